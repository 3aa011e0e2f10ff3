"""The flow of the form in words, for those who cannot see its symbols and arrows."""

from typing import Final

from runut.core.sop.model import SOP, Bentuk, Langkah

_NAMES: Final = {
    Bentuk.MULAI: "mulai",
    Bentuk.PROSES: "pelaksanaan",
    Bentuk.KEPUTUSAN: "keputusan",
    Bentuk.SELESAI: "selesai",
}


def describe_flow(sop: SOP) -> dict[str, str]:
    """For every step with an actor: who does it, its symbol, and where it leads.

    "Langkah 7, Verifikator: keputusan; Ya ke langkah 8; Tidak ke langkah 6."
    """
    return {step.no: _describe(step) for step in sop.langkah if step.pelaksana}


def _describe(step: Langkah) -> str:
    actors = " dan ".join(pelaksana.nama for pelaksana in step.pelaksana)
    ways = [f"{way.jika or 'lanjut'} ke langkah {way.ke}" for way in step.lanjut]
    return f"Langkah {step.no}, {actors}: {'; '.join([_NAMES[step.bentuk], *ways])}."
