"""Findings made fewer: one for each cause, and a question where the reading itself is not sure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.form.printed import SECTIONS

_NO_WAY_BACK: Final = "aliran.tanpa-jalan-kembali"
_CUT_OFF: Final = "aliran.tidak-terjangkau"
_ENDLESS: Final = "aliran.tak-berujung"
_UNUSED: Final = "data.output-tidak-dipakai"
_FEW_EXITS: Final = "aliran.keputusan-kurang-cabang"
_ARROWS: Final = frozenset(
    {
        _FEW_EXITS,
        "aliran.kotak-bercabang",
        "aliran.ke-diri-sendiri",
        "aliran.cabang-satu-tujuan",
        "aliran.buntu",
        "aliran.simbol-buntu",
        "aliran.tujuan-tidak-ada",
    }
)
"""What is wrong with the arrows of one step; its way back is mended with them."""
_MISSING_ARROW: Final = frozenset(
    {_FEW_EXITS, "aliran.buntu", "aliran.simbol-buntu", "aliran.tujuan-tidak-ada"}
)
"""An arrow that leads nowhere, or is not there: what it should lead to is cut off."""
_NAMED_OTHERWISE: Final = frozenset({"data.nama-berbeda", "data.masukan-versi-lama"})

_OFFICIAL: Final = ("pengesah", "nip", "nama")
_DATES: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
_WAYS: Final = ("lanjut", "bentuk")
_OF_STEP: Final = {
    "aliran": _WAYS,
    "simbol": _WAYS,
    "langkah": ("pelaksana", "kegiatan"),
    "pelaksana": ("pelaksana",),
    "kegiatan": ("kegiatan",),
    "keterangan": ("keterangan", "pelaksana"),
    "kelengkapan": ("kelengkapan",),
    "output": ("output",),
    "mutu-baku": ("kelengkapan", "waktu", "output"),
    "data": ("kelengkapan", "output"),
    "waktu": ("waktu",),
}
"""The fields of a step on which the codes of a subject rest."""
_OF_FLOW: Final = frozenset({_CUT_OFF, _ENDLESS, "simbol.kapsul-hilang", "pelaksana.tanpa-langkah"})
"""Codes that rest on every step, not on the one at which they are told."""
_OF_HEAD: Final = {
    "dasar-hukum": ("dasar_hukum",),
    "keterkaitan": ("keterkaitan",),
    "peringatan": ("peringatan",),
    "kualifikasi": ("kualifikasi_pelaksana",),
    "peralatan": ("peralatan",),
    "pencatatan": ("pencatatan",),
}


def one_per_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those that only follow from another one of them."""
    found = tuple(findings)
    codes = {one.kode for one in found}
    broken = {one.letak.langkah for one in found if one.kode in _ARROWS}
    has_missing = bool(codes & _MISSING_ARROW)
    is_told = bool(codes & _NAMED_OTHERWISE) or has_missing or _CUT_OFF in codes
    kept = (
        one
        for one in found
        if not (one.kode == _NO_WAY_BACK and one.letak.langkah in broken)
        and not (one.kode == _CUT_OFF and (has_missing or _ENDLESS in codes))
        and not (one.kode == _ENDLESS and _FEW_EXITS in codes)
        and not (one.kode == _UNUSED and is_told)
    )
    if _ENDLESS in codes:
        return tuple(_heavier(one) if one.kode == _FEW_EXITS else one for one in kept)
    return tuple(kept)


def _heavier(finding: Finding) -> Finding:
    """For want of an exit no case can end."""
    return replace(finding, tingkat=Level.BLOCKER)


def asked_where_unsure(
    findings: Iterable[Finding], unsure: Collection[str]
) -> Iterator[tuple[Finding, bool]]:
    """Each finding, and whether it is a question because the file may have been read wrongly.

    ``unsure``: the keys of the fields that nobody has confirmed (``reading.asal.field_key``).
    """
    for one in findings:
        is_asked = bool(unsure) and any(_rests_on(one, key) for key in unsure)
        yield (_as_question(one) if is_asked else one), is_asked


def _as_question(finding: Finding) -> Finding:
    return replace(
        finding,
        tingkat=Level.INFO,
        pesan=f"{finding.pesan.rstrip('.')}; benarkah begitu, atau salah terbaca?",
        usul=f"Pastikan dahulu bacaannya. {finding.usul}".strip(),
    )


def _rests_on(finding: Finding, key: str) -> bool:
    subject, _, what = finding.kode.partition(".")
    parts = key.split(".")
    if len(parts) >= 3 and parts[0] == "langkah":
        no, name = ".".join(parts[1:-1]), parts[-1]
        is_here = finding.letak.langkah in (None, no) or finding.kode in _OF_FLOW
        return is_here and name in _OF_STEP.get(subject, ())
    if subject == "identitas":
        return key in _identity_fields(what)
    return key in _OF_HEAD.get(subject, ())


def _identity_fields(what: str) -> Collection[str]:
    if what.startswith(_OFFICIAL):
        return ("disahkan_oleh",)
    if what.startswith(("tanggal", "peninjauan")):
        return _DATES
    if what.startswith("judul"):
        return ("judul", "judul_prosedur")
    if what.startswith("bagian"):
        return SECTIONS
    return (what.partition("-")[0],)
