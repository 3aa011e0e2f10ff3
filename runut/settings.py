"""Django settings: read once from the environment, safe by default, failing loudly.

Everything an office stores lies in one folder, ``RUNUT_DATA``: the database (unless
``RUNUT_DATABASE`` names one of PostgreSQL), the documents by hash, the keys. Nothing here has to be
set for the first run.
"""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from runut.database import database_of
from runut.files.store import write_whole
from runut.oidc import oidc_of

DATA_DIR = Path(os.environ.get("RUNUT_DATA") or "data").resolve()
FILES_DIR = DATA_DIR / "berkas"
KEYS_DIR = DATA_DIR / "kunci"
# The key of the checkpoints can lie where the database does not (a stick, another share).
CHECKPOINT_KEY_DIR = os.environ.get("RUNUT_KUNCI_TITIK", "")


def _secret_key() -> str:
    """The office's own key, made at the first run and readable by its owner only."""
    path = KEYS_DIR / "django"
    if not path.exists() or not path.stat().st_size:
        write_whole(path, secrets.token_urlsafe(50).encode())
    return path.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
# `runut serve` sets RUNUT_URL to the address it really serves, unless the office names another.
PUBLIC_URL = os.environ.get("RUNUT_URL", "http://127.0.0.1:8000").rstrip("/")
IS_HTTPS = PUBLIC_URL.startswith("https://")
# "*" is not all: `office.web.hosts` answers to the names that the office goes by.
ALLOWED_HOSTS = os.environ.get("RUNUT_HOSTS", "*").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "runut.office.web",
    "runut.office.people",
    "runut.office.trust",
    "runut.office.acts",
    "runut.office.sops",
    "runut.office.paper_templates",
    "runut.office.cases",
    "runut.office.calendar",
    "runut.office.signing",
    "runut.office.substitutes",
    "runut.office.evidence",
    "runut.office.kinerja",
    "runut.office.plans",
    "runut.office.reports",
    "runut.office.logins",
    "runut.office.personnel",
    "runut.office.letters",
    "runut.office.works.rapat",
    "runut.office.linked",
    "runut.office.next_year",
    "runut.office.action_plan",
    "runut.office.oversight",
    "runut.office.packs",
    "runut.office.word_copies",
    "runut.office.works",
    "runut.office.verification",
    "runut.office.reminders",
    "runut.office.kantor",
    "runut.office.works.luar",
    "runut.office.registers",
    "runut.office.search",
    "runut.office.running",
]

MIDDLEWARE = [
    "runut.office.wellbeing.counting.CountedAnswers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "runut.office.web.middleware.CompressedPages",
    "csp.middleware.CSPMiddleware",
    "runut.office.web.hosts.KnownHosts",
    "runut.office.web.middleware.StorableCookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "runut.office.logins.middleware.SeenSessions",
    "runut.office.web.middleware.OfficeHours",
    "runut.office.web.kept.middleware.LoginFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "runut.office.web.unseen.VisibleWords",
    "runut.office.entry.middleware.SecondStepFirst",
    "runut.office.web.kept.middleware.KeptTyping",
    "runut.office.web.middleware.PlainAnswers",
    "runut.office.web.waiting.middleware.ReadInTurn",
]

ROOT_URLCONF = "runut.urls"
WSGI_APPLICATION = "runut.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        # a kind of work is one folder, templates included
        "DIRS": sorted(Path(__file__).parent.glob("office/works/*/templates")),
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": database_of(os.environ.get("RUNUT_DATABASE", ""), DATA_DIR)}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # wrong passwords are counted over all web processes
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "runut_cache",
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["runut.office.people.backend.WithOffice"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "runut.office.people.passwords.OwnWords"},
]
# the provider of logins beside the password; its secret lies in the folder of keys
OIDC = oidc_of(os.environ)
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "tugas"
LOGOUT_REDIRECT_URL = "masuk"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
if IS_HTTPS:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sesi", "__Host-csrf"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "runut.office.web.errors.csrf_failed"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
# What Django says in our words: kata sandi, Saudara.
LOCALE_PATHS = [Path(__file__).resolve().parent / "office" / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Pontianak"

STATIC_URL = "static/"
# How a paper looks on the screen belongs to the writer that draws it.
STATICFILES_DIRS = [("naskah", Path(__file__).resolve().parent / "files" / "write" / "css")]
STATIC_ROOT = DATA_DIR / "statis"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("RUNUT_SMTP", "")
DEFAULT_FROM_EMAIL = os.environ.get("RUNUT_PENGIRIM", "runut@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"without_keys": {"()": "runut.office.web.log.WithoutKeys"}},
    "loggers": {"django.request": {"filters": ["without_keys"]}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
