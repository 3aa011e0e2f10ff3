"""What the SOP form shows: of a running case (states, people, real times) or of an SOP alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from runut.core.sop.drawing.tiles.layout import lay_out, steps_of
from runut.core.sop.drawing.tiles.model import Grid, State, Symbol, Tile, TileStep, Way
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.words.dates import format_date
from runut.core.words.names import format_nip

STATE_WORDS = {
    State.PLAIN: "",
    State.LATER: "Belum",
    State.NOW: "Sedang dikerjakan",
    State.DONE: "Selesai",
    State.RETURNED: "Dikembalikan",
}
STATE_CLASSES = {
    State.PLAIN: "plain",
    State.LATER: "later",
    State.NOW: "now",
    State.DONE: "done",
    State.RETURNED: "returned",
}
BENTUK_WORDS = {
    Bentuk.MULAI: "mulai",
    Bentuk.PROSES: "pelaksanaan",
    Bentuk.KEPUTUSAN: "keputusan",
    Bentuk.SELESAI: "selesai",
}


@dataclass(frozen=True)
class Fact:
    """A fact on top of the page, its number first. ``tone``: good, warn, bad or nothing."""

    label: str
    value: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class RowDetail:
    """What a running case adds to a row of its SOP.

    ``who_when``: one short line. ``notes``: why the work came back, in the checker's words.
    ``action``: the way to the page where this person works on the step.
    """

    who_when: str = ""
    waktu_nyata: str = ""
    is_over: bool = False
    documents: tuple[Link, ...] = ()
    notes: str = ""
    action: Link | None = None


@dataclass(frozen=True)
class CellView:
    """A tile with its words for those who cannot see it."""

    tile: Tile
    words: str
    least_width: int


@dataclass(frozen=True)
class RowView:
    no: str
    kegiatan: str
    actors: str
    kelengkapan: tuple[str, ...]
    waktu: str
    output: tuple[str, ...]
    keterangan: str
    state: State = State.PLAIN
    gutter: Tile = field(default_factory=Tile)
    cells: tuple[CellView, ...] = ()
    ways: str = ""
    detail: RowDetail = RowDetail()
    is_main: bool = False

    @property
    def state_words(self) -> str:
        return STATE_WORDS[self.state]

    @property
    def state_class(self) -> str:
        return STATE_CLASSES[self.state]


@dataclass(frozen=True)
class IdentityView:
    """The identity block of PermenPANRB 35/2012, in the order of the form."""

    instansi: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    jabatan: str
    nama: str
    nip: str
    lists: tuple[tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]], ...]


@dataclass(frozen=True)
class FormView:
    """The whole form. ``identity`` is there only where an SOP is shown without a case."""

    title: str
    lead: str
    actors: tuple[str, ...]
    rows: tuple[RowView, ...]
    gutter_width: int = 0
    facts: tuple[Fact, ...] = ()
    identity: IdentityView | None = None
    is_running: bool = False
    procedure: str = ""
    widths: tuple[int, ...] = field(default=())

    @property
    def main_row(self) -> RowView | None:
        return next((row for row in self.rows if row.is_main), None)

    @property
    def flow_columns(self) -> int:
        """Columns under Pelaksana, the gutter included."""
        return len(self.actors) + bool(self.gutter_width)

    @property
    def is_wide(self) -> bool:
        return sum(self.widths) + self.gutter_width > 500


def official_form(sop: SOP, *, title: str = "", lead: str = "") -> FormView:
    """An SOP as the regulation prints it: identity block and step table, no state."""
    view = _form(sop, steps_of(sop), {})
    return replace(view, title=title or sop.judul, lead=lead, identity=_identity(sop))


def running_form(
    sop: SOP,
    steps: Sequence[TileStep],
    details: Mapping[str, RowDetail],
    *,
    title: str,
    lead: str,
    facts: Sequence[Fact] = (),
) -> FormView:
    """A running case in the form of its SOP. ``steps`` come from ``case_tiles.steps_of_case``.

    The first row with an action gets the page's main button.
    """
    view = _form(sop, steps, details)
    main = next((row.no for row in view.rows if row.detail.action), None)
    rows = tuple(replace(row, is_main=row.no == main) for row in view.rows)
    return replace(view, title=title, lead=lead, facts=tuple(facts), rows=rows, is_running=True)


def _form(sop: SOP, steps: Sequence[TileStep], details: Mapping[str, RowDetail]) -> FormView:
    grid = lay_out(steps, sop.pelaksana)
    rows = []
    for place, (langkah, step, row) in enumerate(zip(sop.langkah, steps, grid.rows, strict=True)):
        view, ways = _row(langkah, step), _way_words(steps, place)
        cells = _cells(step, ways, row.tiles, grid)
        detail = details.get(langkah.no, RowDetail())
        rows.append(replace(view, gutter=row.gutter, cells=cells, ways=ways, detail=detail))
    return FormView(
        title=sop.judul,
        lead="",
        actors=grid.actors,
        rows=tuple(rows),
        gutter_width=grid.gutter_width,
        procedure=sop.judul_prosedur,
        widths=grid.widths,
    )


def _row(langkah: Langkah, step: TileStep) -> RowView:
    return RowView(
        no=langkah.no,
        kegiatan=langkah.kegiatan.rstrip(". "),
        actors=", ".join(step.actors),
        kelengkapan=langkah.kelengkapan,
        waktu=langkah.waktu.teks,
        output=langkah.output,
        keterangan=langkah.keterangan,
        state=step.state,
    )


def _cells(step: TileStep, ways: str, tiles: Sequence[Tile], grid: Grid) -> tuple[CellView, ...]:
    return tuple(
        CellView(tile, _words(step, ways, actor, tile.symbol) if tile.symbol else "", width)
        for actor, tile, width in zip(grid.actors, tiles, grid.widths, strict=True)
    )


def _words(step: TileStep, ways: str, actor: str, symbol: Symbol) -> str:
    """What the symbol and its lines say: "Staf: keputusan. Ya: ke langkah 8."."""
    inner = " ".join(
        f"{way.label or 'Lanjut'}: ke {way.to}." for way in step.inner if way.leaves == actor
    )
    state = f" ({STATE_WORDS[symbol.state].lower()})" if step.states else ""
    if actor != step.actors[0]:
        part = BENTUK_WORDS[symbol.bentuk] if step.inner else "ikut mengerjakan"
        return f"{actor}: {part}{state}. {inner}".rstrip()
    ways = f"{inner} {ways}".strip()
    return f"{actor}: {BENTUK_WORDS[symbol.bentuk]}{state}. {ways}".rstrip()


def _way_words(steps: Sequence[TileStep], place: int) -> str:
    """Where a step leads, in words; nothing where it simply leads to the row below."""
    step, below = steps[place], [other.no for other in steps[place + 1 :]]
    if [(way.to, way.label) for way in step.ways] == [(no, "") for no in below[:1]]:
        return ""
    return " ".join(_where(way, is_below=way.to in below) for way in step.ways)


def _where(way: Way, *, is_below: bool) -> str:
    if way.label:
        return f"{way.label}: {'' if is_below else 'kembali '}ke langkah {way.to}."
    return f"{'Lanjut' if is_below else 'Dapat kembali'} ke langkah {way.to}."


def _identity(sop: SOP) -> IdentityView:
    signer = sop.disahkan_oleh
    return IdentityView(
        instansi=sop.instansi,
        rows=(
            ("Nomor SOP", sop.nomor or ""),
            ("Tanggal pembuatan", _date_words(sop.tanggal_pembuatan)),
            ("Tanggal revisi", _date_words(sop.tanggal_revisi)),
            ("Tanggal efektif", _date_words(sop.tanggal_efektif)),
        ),
        jabatan=signer.jabatan,
        nama=signer.nama,
        nip=format_nip(signer.nip or ""),
        lists=(
            (
                ("Dasar hukum", sop.dasar_hukum),
                ("Kualifikasi pelaksana", sop.kualifikasi_pelaksana),
            ),
            (("Keterkaitan", sop.keterkaitan), ("Peralatan/perlengkapan", sop.peralatan)),
            (("Peringatan", sop.peringatan), ("Pencatatan dan pendataan", sop.pencatatan)),
        ),
    )


def _date_words(day: date | None) -> str:
    return format_date(day) if day else ""
