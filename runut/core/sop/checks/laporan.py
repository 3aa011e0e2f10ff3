"""Checks of SOPs about the yearly performance report: what such a procedure may not leave out."""

from collections.abc import Iterable
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.model import SOP
from runut.core.sop.proposals.reports import is_about_report
from runut.core.words.acts import COLLECTING
from runut.core.words.verbs import act_key, keys

_SENT: Final = frozenset(map(act_key, ("mengirim", "menyampaikan", "menyerahkan")))
_PUBLISHED: Final = frozenset(
    map(act_key, ("publikasi", "mengumumkan", "mengunggah", "menerbitkan"))
)
_KEPT: Final = frozenset(map(act_key, ("mengarsipkan", "menyimpan")))
_AFTERWARDS: Final = ((_SENT, "penyampaian"), (_PUBLISHED, "publikasi"), (_KEPT, "pengarsipan"))
_SIGNED: Final = act_key("menandatangani")


def _no_data(sop: SOP) -> Iterable[Hit]:
    collects = any(
        COLLECTING & keys(step.kegiatan) and act_key("data") in keys(step.kegiatan)
        for step in sop.langkah
    )
    if is_about_report(sop) and sop.langkah and not collects:
        yield Hit("Tidak ada langkah yang mengumpulkan dan memeriksa data kinerja.")


def _nothing_after_signing(sop: SOP) -> Iterable[Hit]:
    rows = [row for row, step in enumerate(sop.langkah) if _SIGNED in keys(step.kegiatan)]
    if not is_about_report(sop) or not rows:
        return
    after = sop.langkah[rows[-1] + 1 :]
    done = keys(" ; ".join(f"{step.kegiatan} ; {' ; '.join(step.output)}" for step in after))
    missing = [name for acts, name in _AFTERWARDS if not acts & done]
    if missing:
        last = sop.langkah[rows[-1]].no
        yield Hit(
            f"Setelah penandatanganan pada langkah {last} tidak ada langkah {', '.join(missing)}.",
            last,
        )


CHECKS_LAPORAN: Final = (
    Check(
        "laporan.tanpa-data",
        "Laporan tanpa pengumpulan data",
        "SOP laporan kinerja tidak mempunyai langkah yang mengumpulkan data.",
        Level.WARNING,
        "Tambahkan langkah mengumpulkan dan memvalidasi data kinerja dari setiap unit sebelum "
        "draft disusun.",
        "PermenPANRB 53/2014, Lampiran III: mekanisme penyampaian data kinerja",
        _no_data,
    ),
    Check(
        "laporan.tanpa-tindak-lanjut",
        "Laporan tanpa tindak lanjut",
        "Sesudah ditandatangani, laporan tidak disampaikan, dipublikasikan, atau diarsipkan.",
        Level.WARNING,
        "Tambahkan langkah penutup: kirim dengan surat pengantar, publikasikan, dan arsipkan.",
        "PermenPANRB 53/2014, Lampiran II; PermenPANRB 88/2021, komponen pelaporan",
        _nothing_after_signing,
    ),
)
