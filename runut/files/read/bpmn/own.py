"""The form in our own extension elements: identity block, actors, mutu baku of each step."""

from datetime import date

from runut.core.sop.model import (
    Bentuk,
    Dalam,
    Langkah,
    Lanjut,
    Pelaksana,
    Pengesahan,
    Sumber,
    Waktu,
)
from runut.files.bpmn_names import BPMN, DATE_FIELDS, LIST_FIELDS, RUNUT, STEP_LISTS
from runut.files.read.bpmn.model import Element


def own_block(element: Element, name: str) -> Element | None:
    """Our block ``sop`` or ``langkah`` in the extension elements of a BPMN element."""
    return element.find(f"{{{BPMN}}}extensionElements/{{{RUNUT}}}{name}")


def lists_of(block: Element) -> dict[str, tuple[str, ...]]:
    """The fields of the identity block that are lists."""
    return {name: _all(block, name) for name in LIST_FIELDS}


def dates_of(block: Element) -> dict[str, date | None]:
    """The dates of the identity block; one that is no date is none."""
    return {name: _day(_one(block, name)) for name in DATE_FIELDS}


def nomor_of(block: Element) -> str | None:
    return _one(block, "nomor")


def judul_prosedur_of(block: Element) -> str:
    return _one(block, "judul_prosedur") or ""


def pengesahan_of(block: Element) -> Pengesahan:
    """Who authorised the SOP."""
    node = block.find(f"{{{RUNUT}}}disahkan_oleh")
    if node is None:
        return Pengesahan()
    return Pengesahan(node.get("jabatan", ""), node.get("nama", ""), node.get("nip"))


def step_of(block: Element, kegiatan: str) -> Langkah:
    """The step as it was written, with the words its task now has."""
    bentuk = block.get("bentuk", "")
    lists = {name: _all(block, name) for name in STEP_LISTS}
    return Langkah(
        no=block.get("no", ""),
        kegiatan=kegiatan,
        pelaksana=actors_of(block),
        bentuk=_bentuk(bentuk) or Bentuk.PROSES,
        kelengkapan=lists["kelengkapan"],
        waktu=_time(block.find(f"{{{RUNUT}}}waktu")),
        output=lists["output"],
        keterangan=_one(block, "keterangan") or "",
        lanjut=tuple(
            Lanjut(node.get("ke", ""), node.get("jika"))
            for node in block.iterfind(f"{{{RUNUT}}}lanjut")
        ),
        rujukan_sop=lists["rujukan_sop"],
        dalam=tuple(
            Dalam(node.get("dari", ""), node.get("ke", ""), node.get("jika"))
            for node in block.iterfind(f"{{{RUNUT}}}dalam")
        ),
    )


def actors_of(block: Element) -> tuple[Pelaksana, ...]:
    """The actors of a step as written, the leading one first."""
    return tuple(_actor(node) for node in block.iterfind(f"{{{RUNUT}}}pelaksana"))


def _actor(node: Element) -> Pelaksana:
    sumber = node.get("sumber", "")
    return Pelaksana(
        node.get("nama", ""),
        Sumber(sumber) if sumber in set(Sumber) else Sumber.BENTUK,
        _share(node.get("keyakinan", "1")),
        node.get("alasan", ""),
        _bentuk(node.get("bentuk", "")),
    )


def _bentuk(word: str) -> Bentuk | None:
    return Bentuk(word) if word in set(Bentuk) else None


def _share(words: str) -> float:
    try:
        share = float(words)
    except ValueError:
        return 0.0
    return share if 0 <= share <= 1 else 0.0


def _time(node: Element | None) -> Waktu:
    if node is None:
        return Waktu("")
    minutes = node.get("menit_kerja", "")
    is_number = minutes.isdecimal() and len(minutes) < 10
    return Waktu(node.get("teks", ""), int(minutes) if is_number else None)


def _all(block: Element, name: str) -> tuple[str, ...]:
    return tuple(node.text or "" for node in block.iterfind(f"{{{RUNUT}}}{name}"))


def _one(block: Element, name: str) -> str | None:
    node = block.find(f"{{{RUNUT}}}{name}")
    return None if node is None else node.text or ""


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
