"""What is asked before figures come in: are they open, are they ours, who loads them."""

from runut.core.case.writing import TextLife
from runut.core.findings import Refused
from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.facts import FactDifference, compare_facts
from runut.office.acts.sending import Doer
from runut.office.cases.models import Case
from runut.office.cases.text_life import (
    cases_of_year,
    checks_of_text,
    holders_of,
    life_of,
    refuse_closed,
)
from runut.office.people.facts import facts_of


def refuse_figures(office_id: int, tahun: int) -> Refused | None:
    """Why the figures of a year cannot be changed: a report drawn from them is frozen or signed.

    A correction (ralat) of a signed report is a case of its own, whose figures are open.
    """
    lives = [(case, life_of(case)) for case in cases_of_year(office_id, tahun)]
    waiting = [c for c, life in lives if life in (TextLife.FROZEN, TextLife.PAUSED)]
    if not waiting and any(life is TextLife.WRITABLE for _, life in lives):
        return None
    held = waiting or [case for case, _ in lives][-1:]
    for case in held:
        refused = refuse_closed(case)
        if refused:
            reason = f"Angka tahun {tahun} dipakai {case.row.judul}. {refused.reason}"
            return Refused(refused.kode, reason)
    return None


def refuse_foreign(data: DataKinerja, doer: Doer, *, facts_agreed: bool) -> Refused | None:
    """The workbook says otherwise than the office: which is right is asked, never guessed."""
    found = [
        *compare_facts(data.profil, facts_of(doer.person.office, doer.at.date())),
        *_other_year(data.tahun, doer),
    ]
    if facts_agreed or not found:
        return None
    said = ". ".join(one.kalimat for one in found)
    return Refused(
        "fakta_berbeda",
        f"Buku data ini berbeda dengan catatan Kantor. {said}. Bila memang data kantor Saudara, "
        "tandai persetujuan di bawah; naskah dicetak menurut Kantor. Bila "
        "Kantor yang keliru, betulkan dahulu di sana.",
    )


def refuse_loss(tahun: int, doer: Doer, *, gives_up: bool) -> Refused | None:
    """Who loads the figures does not check the report drawn from them: asked before it is lost."""
    lost: list[str] = []
    for case in cases_of_year(doer.person.office_id, tahun):
        if life_of(case) is not TextLife.WRITABLE:
            continue
        for step in checks_of_text(case):
            holders = holders_of(case, step)
            if doer.person.ref not in holders:
                continue
            lost.append(step.no)
            if holders == {doer.person.ref}:
                return Refused(
                    "tanpa_pemeriksa",
                    f"Saudara satu-satunya pemegang langkah {step.no} dalam {case.row.judul}: "
                    f"{step.kegiatan.rstrip('. ')}. Yang memuat angka tidak memeriksanya sendiri. "
                    "Minta pegawai lain yang mengelola data kinerja memuatnya.",
                )
    if not lost or gives_up:
        return None
    return Refused(
        "hak_hilang",
        f"Saudara memegang langkah {', '.join(dict.fromkeys(lost))}, yang memeriksa laporan dari "
        "angka ini. Yang memuat angka tidak memeriksanya sendiri. Tandai persetujuan di bawah bila "
        "Saudara tetap memuat, atau minta pegawai lain.",
    )


def _other_year(tahun: int, doer: Doer) -> list[FactDifference]:
    """Reports run, but none of this year."""
    running = Case.objects.filter(office_id=doer.person.office_id, status="berjalan")
    reports = list(running.exclude(laporan="").exclude(tahun=None).order_by("pk"))
    if not reports or any(one.tahun == tahun for one in reports):
        return []
    names = "; ".join(one.judul for one in reports)
    return [FactDifference("Tahun", str(tahun), f"yang sedang berjalan {names}")]
