"""Titles of procedures as words of a sentence."""


def sop_name(title: str) -> str:
    """The name of a procedure, without the word that says it is one.

    >>> sop_name("Prosedur Penyusunan LAKIP")
    'Penyusunan LAKIP'
    """
    first, _, rest = title.partition(" ")
    return rest if first.lower() in ("prosedur", "sop") and rest else title


def title_case(title: str) -> str:
    """A title in capitals as words of a sentence; abbreviations in brackets stay.

    >>> title_case("PENYUSUNAN LAPORAN KINERJA (LAKIP)")
    'Penyusunan Laporan Kinerja (LAKIP)'
    """
    if not title.isupper():
        return title
    return " ".join(w if w.startswith("(") else w.capitalize() for w in title.split())
