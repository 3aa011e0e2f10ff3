"""Checks of the other SOPs an SOP refers to, both ways: under KETERKAITAN and in its steps."""

import re
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.form.rujukan import bare_name
from runut.core.sop.model import SOP, Langkah
from runut.core.words.items import join_words
from runut.core.words.verbs import keys

_DASAR: Final = "PermenPANRB 35/2012, bagian identitas: keterkaitan"
_PROCEDURE: Final = keys(
    "sop penyusunan penanganan pembuatan pengelolaan pelaksanaan penerbitan persiapan pelayanan"
)
_NONE: Final = re.compile(r"[-–— .]*(?:nihil|tidak ada)?[-–— .]*", re.IGNORECASE)
"""An entry that says there is none."""


def _never_used(sop: SOP) -> Iterable[Hit]:
    unused = [
        bare_name(item)
        for item in sop.keterkaitan
        if not (_NONE.fullmatch(item) or _is_itself(sop, item))
        and not any(_uses(step, item) for step in sop.langkah)
    ]
    if unused:
        yield Hit(
            f"KETERKAITAN menyebut {join_words([f'“{name}”' for name in unused])}, tetapi tidak "
            "ada langkah yang merujuk atau memakai hasilnya."
        )


def _uses(step: Langkah, item: str) -> bool:
    if any(keys(name) == keys(bare_name(item)) for name in step.rujukan_sop):
        return True
    product = keys(re.sub(r"\([^)]*\)", " ", bare_name(item))) - _PROCEDURE
    texts = (step.kegiatan, *step.kelengkapan, *step.output, step.keterangan)
    return bool(product) and product <= keys(" ; ".join(texts))


def _not_listed(sop: SOP) -> Iterable[Hit]:
    known = [keys(bare_name(item)) for item in (*sop.keterkaitan, sop.judul)]
    for step in sop.langkah:
        for name in step.rujukan_sop:
            if keys(name) and keys(name) not in known:
                yield Hit(
                    f"Langkah {step.no} merujuk SOP “{name}” yang tidak tercantum di KETERKAITAN.",
                    step.no,
                    tentang=name,
                )


def _own_name(sop: SOP) -> Iterable[Hit]:
    for item in sop.keterkaitan:
        if _is_itself(sop, item):
            yield Hit(f"KETERKAITAN menyebut SOP ini sendiri, “{item}”.", tentang=item)


def _is_itself(sop: SOP, item: str) -> bool:
    return bool(sop.judul) and keys(bare_name(item)) == keys(bare_name(sop.judul))


CHECKS_RUJUKAN: Final = (
    Check(
        "keterkaitan.tidak-dipakai",
        "Keterkaitan tidak dipakai",
        "SOP di KETERKAITAN tidak dirujuk langkah mana pun dan hasilnya tidak dipakai.",
        Level.INFO,
        "Sebutkan hasil SOP itu pada Kelengkapan langkah yang memakainya, atau hapus dari "
        "KETERKAITAN.",
        f"{_DASAR} menyebut SOP lain yang terkait; bahwa langkah merujuknya hanya saran",
        _never_used,
    ),
    Check(
        "keterkaitan.tidak-tercantum",
        "SOP yang dirujuk tidak tercantum",
        "Sebuah langkah merujuk SOP lain yang tidak ada di KETERKAITAN.",
        Level.WARNING,
        "Cantumkan SOP itu di KETERKAITAN.",
        _DASAR,
        _not_listed,
    ),
    Check(
        "keterkaitan.diri-sendiri",
        "Keterkaitan dengan diri sendiri",
        "KETERKAITAN menyebut SOP ini sendiri.",
        Level.INFO,
        "Hapus; KETERKAITAN hanya untuk SOP lain.",
        _DASAR,
        _own_name,
    ),
)
