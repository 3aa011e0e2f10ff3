"""Who: the officials of the office in their posts, with their titles and NIP."""

import re
from collections.abc import Iterator

from runut.core.kinerja.model import Pejabat
from runut.core.report.claims.book import Book
from runut.core.report.claims.office import KINDS, PLACE, UNIT, plain
from runut.core.report.lakip.draft import unit_name

Said = tuple[int, int, str, str]
"""From where to where in the sentence, what is said, what is known."""

_TITLE_BEFORE = r"(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|H|Hj|KH|R|Ns|Tgk|Pdt|apt)\.?\s?)"
_LONGEST_TITLE = 6
_CAPITAL = r"(?:[A-Z][\w’'-]*\.?|bin|binti)"
_TITLES_AFTER = r"(?:,\s(?:[A-Z][A-Za-z]{0,4}\.)+(?:[A-Za-z]{1,5}\.?)*(?:\s?\([A-Za-z]+\))?)"
_PERSON = rf"{_TITLE_BEFORE}*{_CAPITAL}(?:\s{_CAPITAL}){{0,5}}{_TITLES_AFTER}*"
_NOW = r"(?: saat ini| kini| sekarang| yang)?"
_ACTING = r"(?:Plt\.?|Plh\.?|Pj\.?|Pjs\.?|[Pp]elaksana [Tt]ugas|[Pp]elaksana [Hh]arian|[Pp]enjabat)"
_POST = (
    r"((?:Kepala|Camat|Lurah|Wali Kota|Walikota|Bupati|Gubernur|"
    r"Wakil (?:Bupati|Gubernur|Wali Kota)|Sekretaris|"
    r"Inspektur|Direktur|Asisten|Komandan|Menteri)(?: (?!Tahun\b)[A-Z][\w-]+)+)"
)
"""A post of government by its name: "Camat Sungai Tengah"."""
_SIGNED = re.compile(
    r"\b(?:[Ll]aporan(?! (?:hasil|evaluasi|pemeriksaan|reviu|keuangan|audit))|LKjIP|"
    r"LAKIP|LKIP|[Pp]erjanjian [Kk]inerja|[Kk]ata [Pp]engantar)\b[^.;]{0,60}?"
    r"\b(?:ditandatangani|disahkan|ditetapkan|disampaikan|diteken|dipertanggungjawabkan)"
    rf"(?: langsung)? oleh (?:Bapak |Ibu |Sdr\. |Saudara )?(?P<who>{_PERSON})"
)
_LED = re.compile(
    r"\b[Dd]i bawah (?:kepemimpinan|pimpinan|komando|arahan|nakhoda)(?: Bapak| Ibu| Saudara)? "
    rf"(?P<who>{_PERSON})"
)
_CALLED = re.compile(r"\b(?:oleh|yaitu|yakni|ialah|adalah|Bapak|Ibu|Saudara|Sdr\.?) ?$")
"""Before a name these leave no doubt that a person is meant, also without a title."""
_FORMER = re.compile(r"\b(?:mantan|sebelumnya|terdahulu|lama|pejabat lama|dahulu|pernah)\b", re.I)


def wrong_people(book: Book, text: str) -> Iterator[Said]:
    """Another person in the post of the head, or the head with other titles or another NIP."""
    profil = book.draft.data.profil
    unit = unit_name(profil)
    is_past = _FORMER.search(text) is not None
    for number, post in enumerate(book.posts):
        if not post.nama.strip() or not post.jabatan.strip() or (number > 1 and is_past):
            continue
        yield from _in_post(text, post, unit)
    head = profil.pimpinan
    yield from _other_post(text, head, unit)
    if not is_past:
        yield from _in_other_post(text, head)
        yield from _signed(book, text, unit)
    yield from _titled(text, head)
    yield from _acting(text, head)
    if head.nip:
        bare = _plain_name(head.nama)
        for match in re.finditer(r"\b(\d{8}\s?\d{6}\s?\d\s?\d{3})\b", text):
            digits = re.sub(r"\s", "", match[1])
            if digits != head.nip.replace(" ", "") and bare and bare in text.casefold():
                yield (*match.span(), f"NIP {match[1]}", f"NIP {head.nip}")


def _acting(text: str, head: Pejabat) -> Iterator[Said]:
    """The head as one who only acts for a head: "Plt. Kepala …"."""
    if not head.nama or not head.jabatan or re.match(_ACTING, head.jabatan):
        return
    jabatan, nama = re.escape(head.jabatan), re.escape(head.nama.split(",")[0])
    before = rf"(?P<act>{_ACTING}) {jabatan}[^.;]{{0,40}}?{nama}"
    pattern = rf"{before}|{nama}[^;]{{0,60}}?(?P<act2>{_ACTING}) {jabatan}"
    for match in re.finditer(pattern, text):
        group = "act" if match["act"] else "act2"
        said = f"{match[group]} {head.jabatan}: {head.nama}"
        yield *match.span(group), said, f"{head.jabatan}: {head.nama}"


def _other_post(text: str, head: Pejabat, unit: str) -> Iterator[Said]:
    """The head of this office as head of another one."""
    if not head.nama or not head.jabatan.casefold().startswith("kepala"):
        return
    bare = re.escape(head.nama)
    for pattern in (
        rf"\bKepala {UNIT}(?: {PLACE})?(?:,| yaitu)? (?:Bapak |Ibu )?{bare}",
        rf"\bKepala {UNIT} (?:\w+ )?(?:dijabat|diemban|diisi|dipegang|dipimpin) (?:oleh )?{bare}",
        rf"{bare}(?:,? (?:selaku|sebagai) |, | \()Kepala {UNIT}",
    ):
        for match in re.finditer(pattern, text):
            said = match[1].strip(" ,")
            if plain(said) not in plain(head.jabatan) and plain(unit) not in plain(said):
                yield (
                    *match.span(1),
                    f"{head.nama}: Kepala {said}",
                    f"{head.nama}: {head.jabatan}",
                )


def _named(head: Pejabat) -> str:
    """A pattern of a person's name, with or without the titles behind it."""
    first = head.nama.split(",", maxsplit=1)[0]
    words = [w for w in first.split() if not re.fullmatch(_TITLE_BEFORE, w)]
    return rf"\b{re.escape(' '.join(words))}(?P<titles>{_TITLES_AFTER}*)"


def _titled(text: str, head: Pejabat) -> Iterator[Said]:
    """The head with a title that the data do not give: "Prof. Rina Wulandari"."""
    if not _plain_name(head.nama):
        return
    for match in re.finditer(rf"(?P<before>{_TITLE_BEFORE}*){_named(head)}", text):
        if _titles(match["before"] + " " + match["titles"]) - _titles(head.nama):
            yield *match.span(), match[0], head.nama


def _in_other_post(text: str, head: Pejabat) -> Iterator[Said]:
    """The head in a post that is another's: "Rina Wulandari selaku Wali Kota Tegal"."""
    if not _plain_name(head.nama):
        return
    link = r"(?:,? (?:selaku|sebagai|yang menjabat(?: sebagai)?|menjabat(?: sebagai)?)|,| \()"
    who = rf"(?:Bapak |Ibu )?{_TITLE_BEFORE}*{_named(head)}"
    turned = rf"\b(?:[Ss]ebagai|[Ss]elaku) (?P<post>{_POST}), {who}"
    found = [*re.finditer(rf"{_named(head)}{link} ?(?:{_ACTING} )?(?P<post>{_POST})", text)]
    for match in (*found, *re.finditer(turned, text)):
        said, known = plain(match["post"]), plain(head.jabatan)
        if not (said.startswith(known) or known.startswith(said)):
            yield (
                *match.span("post"),
                f"{head.nama}: {match['post']}",
                f"{head.nama}: {head.jabatan}",
            )


def _signed(book: Book, text: str, unit: str) -> Iterator[Said]:
    """Somebody who holds no post of the office as the one who signs its report, or leads it."""
    known = [post.nama for post in (*book.posts, *book.pejabat) if post.nama]
    head = book.draft.data.profil.pimpinan
    is_ours = re.search(r"\b[Kk]ami\b", text) or (unit and unit in text)
    found = [*_SIGNED.finditer(text), *(_LED.finditer(text) if is_ours else ())]
    for match in found:
        who = _trimmed(match["who"])
        is_known = any(_same_person(who, one) for one in known)
        if (
            _is_person(who, head, unit)
            and not is_known
            and _plain_name(head.nama) != _plain_name(who)
        ):
            yield *match.span("who"), who, f"{head.jabatan}: {head.nama}"


def _in_post(text: str, post: Pejabat, unit: str) -> Iterator[Said]:
    jabatan = re.escape(post.jabatan)
    is_head = post.jabatan.casefold().startswith("kepala")
    places = [
        rf"\b{jabatan}(?: {PLACE})?{_NOW}(?:,| \(|:| yaitu| yakni| ialah| adalah| dijabat oleh| "
        r"yang dijabat oleh| diemban oleh| Sdr\.| Saudara)? ?(?:Bapak |Ibu |Sdr\. ?|Saudara "
        rf")?(?P<who>{_PERSON})",
        rf"(?P<who>{_PERSON})(?:,| \() ?{jabatan}\b",
        rf"(?P<who>{_PERSON})(?:,)? (?:selaku|sebagai|yang menjabat(?: sebagai)?|menjabat(?: "
        rf"sebagai)?|yang memangku jabatan|adalah) (?:Plt\. |Plh\. )?{jabatan}\b",
    ]
    if is_head and unit:
        places.append(
            rf"\bPerjanjian Kinerja (?:Tahun \d{{4}} )?(?:telah )?ditandatangani oleh "
            rf"(?P<who>{_PERSON}) pada"
        )
        places.append(
            rf"\b[Jj]abatan {jabatan} (?:\w+ )?(?:dijabat|diemban|diisi|dipegang|dipimpin) (?:oleh "
            rf")?(?P<who>{_PERSON})"
        )
        places.append(
            rf"\b{re.escape(unit)}(?: {PLACE})? dipimpin oleh (?:seorang Kepala(?: \w+)?, "
            rf"(?:yaitu )?|Bapak |Ibu |Sdr\. )?(?P<who>{_PERSON})"
        )
    for pattern in places:
        for match in re.finditer(pattern, text):
            who = _trimmed(match["who"])
            is_called = _CALLED.search(text[: match.start("who")]) is not None
            if not _is_person(who, post, unit, is_called=is_called and " " in who):
                continue
            if not _same_person(who, post.nama):
                yield (*match.span("who"), f"{post.jabatan}: {who}", f"{post.jabatan}: {post.nama}")
                return


def _is_person(who: str, post: Pejabat, unit: str, *, is_called: bool = False) -> bool:
    """Whether capitalised words are a person: they carry a title and name no office."""
    words = who.replace(",", " ").split()
    if re.match(
        rf"(?:{KINDS}|Provinsi|Kabupaten|Kota|Pemerintah|Tahun|Sekretaris|Kepala|Inspektur|Camat|Lurah|Bupati|Wali|Walikota|Gubernur|Menteri|"
        r"Ketua|Direktur|Asisten|Kementerian|Tim|Rencana|Laporan|"
        r"Perjanjian)\b",
        who,
    ):
        return False
    has_title = (re.match(_TITLE_BEFORE, who) is not None and "." in words[0]) or re.search(
        _TITLES_AFTER, who
    )
    return is_called or bool(has_title) or _plain_name(who) == _plain_name(post.nama)


def _trimmed(who: str) -> str:
    """A name without the stop of its sentence; the stop of a title stays."""
    bare = who.strip(" ,")
    last = bare.rsplit(" ", 1)[-1]
    return bare[:-1] if last.endswith(".") and len(last) > _LONGEST_TITLE else bare


def _plain_name(name: str) -> str:
    """A name without titles, in small letters."""
    bare = name.split(",", maxsplit=1)[0]
    words = [
        w
        for w in bare.split()
        if not (w.endswith(".") and len(w) <= 5) and w not in ("H", "Hj", "Ir", "Drs", "Dr", "dr")
    ]
    return " ".join(words).casefold()


def _titles(name: str) -> frozenset[str]:
    return frozenset(
        re.sub(r"[^a-z]", "", w.casefold())
        for w in re.findall(r"[A-Za-z]+\.(?:[A-Za-z]+\.?)*", name)
    )


def _same_person(said: str, known: str) -> bool:
    one, other = _plain_name(said), _plain_name(known)
    if other in one:
        return not (_titles(said) - _titles(known))
    if one != other and not (other.startswith(one + " ") or one.startswith(other + " ")):
        return False
    return not (_titles(said) - _titles(known))
