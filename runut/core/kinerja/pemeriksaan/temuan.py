"""A finding about the figures of a year, and the key under which an answer to it is kept."""

from hashlib import sha256

from runut.core.findings import Finding, Level, Place


def finding_at(
    kode: str,
    sel: str,
    pesan: str,
    usul: str,
    tingkat: Level = Level.WARNING,
    *,
    tentang: str = "",
) -> Finding:
    """A finding at a cell of the workbook, or at the place of another way of entry.

    ``tentang`` names thing and value ("IKU-3 realisasi 13860"): an answer to the finding holds as
    long as that stays, wherever the row stands.
    """
    lembar, _, alamat = sel.partition("!")
    where = f"Lembar {lembar}, sel {alamat}: " if alamat else ""
    return Finding(kode, tingkat, where + pesan, usul, Place(sel=sel or None), tentang=tentang)


def kunci_temuan(finding: Finding) -> str:
    """The stable key of a finding: what it says, of what, with which value.

    A finding that names its thing keeps its key when rows move; any other is known by its cell and
    its words. A changed value is another finding: the old answer does not answer it.

    >>> one = finding_at("lonjakan", "Indikator!H7", "…", "", tentang="IKU-4 realisasi 915")
    >>> moved = finding_at("lonjakan", "Indikator!H9", "…", "", tentang="IKU-4 realisasi 915")
    >>> other = finding_at("lonjakan", "Indikator!H7", "…", "", tentang="IKU-4 realisasi 91,5")
    >>> kunci_temuan(one) == kunci_temuan(moved), kunci_temuan(one) == kunci_temuan(other)
    (True, False)
    """
    of = finding.tentang or f"{finding.letak.sel or ''}|{finding.pesan}"
    return sha256(f"{finding.kode}|{of}".encode()).hexdigest()
