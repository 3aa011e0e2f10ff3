"""Whether a target and a realisasi can be compared, as what, and whether the target was reached.

Reached is decided by the two figures and the direction, never by a percentage that was rounded or
capped.
"""

from decimal import Decimal

from runut.core.kinerja.model import Indikator, Jenis, Nilai, Polaritas, Rentang, Sisi, Terukur
from runut.core.kinerja.predikat import predicate_values
from runut.core.kinerja.satuan import is_persen, normal_satuan, scale_of

_BUKAN_ARAH = (Polaritas.RENTANG, Polaritas.STABIL)


def direction_conflict(indikator: Indikator, target: Terukur) -> str | None:
    """Why the words of a target and the declared polarity cannot both hold; None: they agree.

    ``≥`` and *minimal* mean more is better, ``≤`` and *maksimal* less; a day should not be passed.
    """
    polaritas, words = indikator.polaritas, target.tulisan
    if words is None:
        return None
    if words.jenis is Jenis.TANGGAL:
        is_odd = polaritas is not Polaritas.TURUN or words.sisi in (Sisi.MIN, Sisi.LEBIH)
        return _conflict(words.teks, polaritas, "makin awal makin baik (turun)") if is_odd else None
    if words.jenis is Jenis.ADA:
        is_odd = polaritas is not Polaritas.NAIK
        return _conflict(words.teks, polaritas, "harus ada (naik)") if is_odd else None
    if words.sisi is None:
        return None
    wanted = (
        "makin besar makin baik (naik)" if words.sisi.is_naik else "makin kecil makin baik (turun)"
    )
    is_same = (polaritas is not Polaritas.TURUN) == words.sisi.is_naik
    if polaritas in _BUKAN_ARAH or not is_same:
        return _conflict(words.teks, polaritas, wanted)
    return None


def _conflict(teks: str, polaritas: Polaritas, wanted: str) -> str:
    return (
        f"Target “{teks}” berarti {wanted}, padahal polaritasnya {polaritas.value}. Betulkan "
        "salah satunya."
    )


def comparable(
    indikator: Indikator, target: Terukur, realisasi: Terukur
) -> tuple[Nilai, Nilai] | str:
    """The two values that are compared, or the sentence that says why they cannot be."""
    if target.nilai is None or realisasi.nilai is None:
        return "Target atau realisasi belum diisi."
    kinds = {target.jenis, realisasi.jenis}
    if Jenis.TANGGAL in kinds:
        if len(kinds) > 1:
            return "Target dan realisasi harus sama-sama tanggal."
        return target.nilai, realisasi.nilai
    if Jenis.ADA in kinds:
        return _existing(target, realisasi)
    if _letter(target) and _letter(realisasi) and kinds != {Jenis.PREDIKAT}:
        return _letter(target), _letter(realisasi)
    if isinstance(target.nilai, str) != isinstance(realisasi.nilai, str) and not isinstance(
        target.nilai, Rentang
    ):
        return "Target dan realisasi harus sama-sama predikat atau sama-sama angka."
    return _units(indikator, target, realisasi) or (target.nilai, realisasi.nilai)


def is_reached(
    indikator: Indikator, target: Terukur, nilai_target: Nilai, nilai_realisasi: Nilai
) -> bool | None:
    """Whether the target was reached, exactly; None where no comparison is defined."""
    t, r = nilai_target, nilai_realisasi
    if isinstance(t, Rentang):
        return t.low <= r <= t.high if isinstance(r, Decimal) else None
    if isinstance(t, str) and isinstance(r, str):
        values = predicate_values((t, r), indikator.nilai_predikat)
        if not values:
            return None
        t, r = values[t.strip().upper()], values[r.strip().upper()]
    if not isinstance(t, Decimal) or not isinstance(r, Decimal):
        return None
    if indikator.polaritas is Polaritas.TURUN:
        return r < t if target.sisi is Sisi.KURANG else r <= t
    if indikator.polaritas is Polaritas.STABIL:
        return r == t
    return r > t if target.sisi is Sisi.LEBIH else r >= t


def _existing(target: Terukur, realisasi: Terukur) -> tuple[Nilai, Nilai] | str:
    t, r = target.nilai, realisasi.nilai
    if not isinstance(t, Decimal) or not isinstance(r, Decimal):
        return "Target berupa dokumen; realisasinya ditulis ada atau tidak ada."
    if target.jenis is not Jenis.ADA and t != 1:
        return "Target berupa angka, jadi realisasinya juga ditulis dengan angka."
    return Decimal(1), min(r, Decimal(1))


def _letter(terukur: Terukur) -> str:
    if isinstance(terukur.nilai, str):
        return terukur.nilai
    return terukur.tulisan.predikat if terukur.tulisan else ""


def _units(indikator: Indikator, target: Terukur, realisasi: Terukur) -> str | None:
    """Different wholes, or different units, give no percentage."""
    t, r = target.tulisan, realisasi.tulisan
    wholes = {one.y for one in (t, r) if one and one.y is not None}
    if t and r and len(wholes) > 1 and not is_persen(indikator.satuan):
        return (
            f"Target “{t.teks}” dan realisasi “{r.teks}” dihitung dari keseluruhan yang berbeda. "
            "Isi satuan persen bila yang dibandingkan bagiannya, atau tulis jumlahnya saja."
        )
    units = [_bare_unit(one.satuan) for one in (t, r) if one and one.satuan]
    if len(units) == 2 and not _is_same_unit(*units):
        return f"Satuan target ({units[0]}) dan realisasi ({units[1]}) berbeda."
    return None


def _bare_unit(satuan: str) -> str:
    words = normal_satuan(satuan).replace("rupiah", " ").split()
    return " ".join(word for word in words if scale_of(word) == 1)


def _is_same_unit(one: str, other: str) -> bool:
    return one in other or other in one
