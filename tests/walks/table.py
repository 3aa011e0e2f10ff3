"""The table of walks in the documentation: ``python -m tests.walks.table`` walks every SOP anew."""

import os
import sys
import tempfile
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "pelaksanaan-sop.md"
HEAD = """# SOP yang dijalankan sampai selesai

Setiap SOP contoh dan SOP korpus yang dapat dibaca diadopsi dengan usulan apa adanya, lalu
dikerjakan oleh pelaksananya sendiri melalui tautan di *Tugas saya*, sampai selesai; setiap cabang
keputusan diambil setidaknya sekali. Disusun oleh `python -m tests.walks.table`; diuji oleh
`tests/walks`: sepertiganya pada `make test`, semuanya, dengan berkas dan dengan keterangan, pada
`make gate`.

Semua berkas ini buatan atau pilihan kita sendiri: tabel ini menunjukkan bahwa jalannya ada, bukan
bahwa SOP kantor lain pasti terbaca.

| Berkas | Langkah | Cabang | Kasus | Klik | Jenis pekerjaan |
|---|---:|---:|---:|---:|---|
"""


def main() -> None:
    """Walk every SOP in an office of its own, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="runut-jalan-") as folder:
        os.environ |= {"RUNUT_DATA": folder, "DJANGO_SETTINGS_MODULE": "runut.settings"}
        PAGE.write_text(HEAD + "".join(_rows()) + _refused(), encoding="utf-8")


def _rows() -> list[str]:
    walker = _walker()
    from tests.walks.sops import ROOT, listed  # noqa: PLC0415 - once Django is up

    rows = []
    for path in listed():
        walked = walker.walk(path.read_bytes(), path.name)
        kinds: dict[str, int] = {}
        for kind in walked.kinds.values():
            kinds[kind] = kinds.get(kind, 0) + 1
        words = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        exits = f"{len(walked.taken & walked.exits)} dari {len(walked.exits)}"
        rows.append(
            f"| `{path.relative_to(ROOT)}` | {walked.steps} | {exits} | {walked.cases} "
            f"| {walked.clicks} | {words} |\n"
        )
        sys.stdout.write(rows[-1])
        sys.stdout.flush()
    return rows


def _refused() -> str:
    from tests.walks.sops import ROOT, files, listed  # noqa: PLC0415 - once Django is up

    names = [str(path.relative_to(ROOT)) for path in files() if path not in listed()]
    words = "; ".join(f"`{name}`" for name in names)
    return (
        f"\nTidak dijalankan ({len(names)}), karena belum terbaca sebagai SOP, nomornya ganda, "
        f"atau isinya sama dengan yang di atas: {words}.\n"
    )


def _walker():
    import django  # noqa: PLC0415

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    from runut.office import clock  # noqa: PLC0415
    from tests.kantor import MONDAY, kantor  # noqa: PLC0415
    from tests.walks.walking import Walker  # noqa: PLC0415

    clock.now = lambda: MONDAY
    return Walker(kantor(figures=True))


if __name__ == "__main__":
    main()
