"""Template tags of every page: navigation, form fields, error summary, words that stay together."""

import re
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, CheckboxInput
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from runut.core.words.dates import BULAN, BULAN_SINGKAT
from runut.core.words.names import one_stop
from runut.office.web.navigation import places, url_or_nothing

register = template.Library()

NOTICES = {"success": "done", "warning": "warn", "error": "bad"}
MONTHS = "|".join((*BULAN, *BULAN_SINGKAT))
UNITS = (
    "menit|mnt|jam|hari|minggu|bulan|tahun|kali|putaran|langkah|orang|halaman|dokumen"
    f"|{MONTHS}|juta|miliar|triliun|persen|%"
)
BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNITS})(?!\w))")
AFTER_WORD = re.compile(
    r"\b(Rp|Nomor|No\.|Pasal|Tahun|tahun|pukul|revisi|langkah|[Tt]abel|[Ss]asaran|Bab) (?=[\d.])"
)
MONTH_YEAR = re.compile(r"(?<=[a-z]) (?=(?:19|20)\d\d\b)")
KERJA = re.compile(r"\b(hari|jam|menit) (?=kerja\b)")
NBSP = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=4096)
def keep_together(text: str) -> str:
    """Numbers stay on the line of their unit.

    >>> keep_together("2 hari, 27 Februari 2026, Pasal 3").replace("\\u00a0", "_")
    '2_hari, 27_Februari_2026, Pasal_3'
    """
    text = BEFORE_UNIT.sub(NBSP, text)
    text = MONTH_YEAR.sub(NBSP, text)
    text = KERJA.sub(rf"\1{NBSP}", text)
    return AFTER_WORD.sub(rf"\1{NBSP}", text)


@register.filter
def rapat(text: object) -> SafeString:
    """``keep_together`` for templates: ``{{ waktu|rapat }}``."""
    return mark_safe(keep_together(conditional_escape(str(text))))  # noqa: S308 (escaped)


@register.filter
def heading(kegiatan: str) -> SafeString:
    """What is done in a step, as a heading: without its full stop, numbers with their units."""
    return rapat(kegiatan.rstrip(". "))


@register.filter(is_safe=True)
def stop(sentence: object) -> str:
    """A sentence that may end with a name and its titles, with one full stop."""
    return one_stop(str(sentence))


@register.filter
def notice_class(level_tag: str) -> str:
    """The class of a notice for the level of a Django message."""
    return NOTICES.get(level_tag, "")


@register.inclusion_tag("web/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """The header's places and the user's menu; nothing for somebody not logged in."""
    request = context.get("request")
    user = context.get("user")
    is_known = bool(user and user.is_authenticated)
    return {
        "places": places(request.path if request else "", user) if is_known else (),
        "user": user,
        "jabatan_pengguna": context.get("jabatan_pengguna", ""),
        "csrf_token": context.get("csrf_token"),
        "logout_url": url_or_nothing("keluar"),
        "search_url": url_or_nothing("cari"),
        "certificate_url": url_or_nothing("sertifikat_saya"),
        "account_url": url_or_nothing("akun"),
        "password_url": url_or_nothing("kata_sandi"),
    }


@register.inclusion_tag("web/field.html")
def field(
    bound: BoundField, label: str = "", help_text: str = "", *, one_of: bool = False
) -> dict[str, Any]:
    """A form field with its label, help and errors tied together for every reader.

    ``one_of``: it may be empty only because another field is filled, so it is not called optional.
    """
    anchor, help_words = _anchor(bound), help_text or bound.help_text
    help_id = f"{anchor}_bantuan" if help_words else ""
    error_id = f"{anchor}_salah" if bound.errors else ""
    described_by = " ".join(part for part in (help_id, error_id) if part)
    is_group = bound.use_fieldset
    attrs: dict[str, str | bool] = (
        {"aria-describedby": described_by} if described_by and not is_group else {}
    )
    return {
        "widget": bound.as_widget(attrs=attrs),
        "label": label or bound.label,
        "help": help_words,
        "errors": bound.errors,
        "anchor": anchor,
        "help_id": help_id,
        "error_id": error_id,
        "described_by": described_by,
        "optional": not bound.field.required and not one_of,
        "hidden": bound.is_hidden,
        "is_group": is_group,
        "is_checkbox": isinstance(bound.field.widget, CheckboxInput),
    }


@register.inclusion_tag("web/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """All errors of a form on top of it, each a link to its field.

    A refusal of the whole, which no typing mends, is not called a field to be put right.
    """
    entries = [
        {"text": error, "anchor": _anchor(bound), "label": "" if bound.is_hidden else bound.label}
        for bound in form
        for error in bound.errors
    ]
    entries += [{"text": error, "anchor": "", "label": ""} for error in form.non_field_errors()]
    mendable = sum(len(bound.errors) for bound in form.visible_fields())
    return {"entries": entries, "mendable": mendable}


def _anchor(bound: BoundField) -> str:
    """Where a link to the field leads: its input, or the group around its choices."""
    if bound.use_fieldset:
        return f"kelompok_{bound.auto_id or bound.html_name}"
    return bound.id_for_label or bound.html_name
