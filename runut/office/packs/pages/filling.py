"""For whoever has the link of a pack: one page, no login. Fill in here, or take the small workbook.

The link is a key, so it leads on at once to an address without it; the browser keeps the right in
its session. Nothing of other units stands on these pages.
"""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Finding, Refused
from runut.files.guard.parent import read_guarded
from runut.files.read.workbook.pack import ReturnedPack, TypedRow
from runut.office import clock
from runut.office.evidence.queries import evidence_of_year
from runut.office.packs.actions import Filled, Received, receive, receive_evidence
from runut.office.packs.actions.receiving import LONGEST_FIGURE, LONGEST_NOTE
from runut.office.packs.forms import BookForm, FillForm
from runut.office.packs.links import pack_of
from runut.office.packs.models import Pack, Proposal
from runut.office.packs.queries import (
    Quarter,
    current_of,
    latest_proposals,
    packs_of_unit,
    quarter_of,
    why_closed,
)
from runut.office.packs.sheets import filename_of, mark_of, pack_workbook

_READER = "runut.files.read.workbook.pack:read_pack"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAY = "paket_data"
_WRONG, _SENT, _WINDOW_S = 30, 60, 15 * 60
_SLOW = "Terlalu banyak kiriman dari sini. Tunggu 15 menit, lalu coba lagi."


@login_not_required
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The link itself: known or not, and on to the page."""
    pack = pack_of(token)
    if pack is None:
        if not _counted(request, "salah", _WRONG):
            return render(request, "packs/no_link.html", {"words": _SLOW}, status=429)
        return render(request, "packs/no_link.html", {"words": _UNKNOWN}, status=404)
    known = [number for number in request.session.get(_MAY, []) if number != pack.pk]
    request.session[_MAY] = [*known[-9:], pack.pk]
    return redirect("isi", pack.pk)


@login_not_required
def fill(request: HttpRequest, pack_id: int) -> HttpResponse:
    """The figures of one unit, with what it needs to know beside each."""
    pack = _mine(request, pack_id)
    if closed := why_closed(pack, clock.now()):
        return render(request, "packs/no_link.html", {"words": closed, "pack": pack}, status=410)
    said = latest_proposals(packs_of_unit(pack))
    quarter = quarter_of(pack)
    cells = quarter.cells_of(pack.unit)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = FillForm(*sent, cells=cells, current=current_of(cells, said))
    status, received = 200, None
    if request.method == "POST":
        if not _counted(request, f"kirim:{pack.pk}", _SENT):
            form.add_error(None, _SLOW)
            status = 429
        elif form.is_valid():
            received = _received(pack, form)
            if received is not None and not form.errors:
                messages.success(request, _thanks(received, "Terima kasih. "))
                return redirect("isi", pack.pk)
            status = 422
        else:
            status = 422
    context = _context(pack, quarter, form, said)
    return render(request, "packs/fill.html", {**context, "received": received}, status=status)


@login_not_required
def upload(request: HttpRequest, pack_id: int) -> HttpResponse:
    """The small workbook comes back: row by row kept, or refused with what to do."""
    pack = _mine(request, pack_id)
    if request.method != "POST":
        return redirect("isi", pack.pk)
    if closed := why_closed(pack, clock.now()):
        return render(request, "packs/no_link.html", {"words": closed, "pack": pack}, status=410)
    quarter = quarter_of(pack)
    book = BookForm(request.POST, request.FILES)
    problems: tuple[Finding, ...] = ()
    rows: Sequence[TypedRow] = ()
    received = Received()
    if not _counted(request, f"kirim:{pack.pk}", _SENT):
        book.add_error(None, _SLOW)
    elif book.is_valid():
        file = book.cleaned_data["berkas"]
        value, problems = read_guarded(_READER, file.read(), file.name[:100])
        if isinstance(value, ReturnedPack):
            if value.tanda and value.tanda != mark_of(pack):
                book.add_error("berkas", f"Buku ini untuk {value.tanda}, bukan {mark_of(pack)}.")
            else:
                rows = value.rows
                answer = receive(pack, _filled(rows, quarter, pack), "buku Excel", clock.now())
                if isinstance(answer, Refused):
                    book.add_error(None, answer.reason)
                else:
                    received = answer
    is_whole = not book.errors and rows and not (received.refused or problems or received.odd)
    if is_whole:
        messages.success(request, _thanks(received, "Buku diterima. "))
        return redirect("isi", pack.pk)
    said = latest_proposals(packs_of_unit(pack))
    cells = quarter.cells_of(pack.unit)
    form = FillForm(cells=cells, current=_to_mend(rows, received, quarter, pack, said))
    context = _context(pack, quarter, form, said)
    told = _told(rows, received, quarter, pack)
    more = {"book": book, "problems": problems, "told": told, "kept": len(received.kept)}
    return render(request, "packs/fill.html", {**context, **more}, status=422)


@login_not_required
@require_safe
def book(request: HttpRequest, pack_id: int) -> HttpResponse:
    """The small workbook of this unit."""
    pack = _mine(request, pack_id)
    if why_closed(pack, clock.now()):
        raise Http404
    response = HttpResponse(pack_workbook(pack, quarter_of(pack)), _XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename_of(pack)}"'
    return response


def _mine(request: HttpRequest, pack_id: int) -> Pack:
    """The pack whose link this browser has opened."""
    if pack_id not in request.session.get(_MAY, []):
        raise Http404
    found = Pack.objects.select_related("office", "dibuat_oleh").filter(pk=pack_id).first()
    if found is None:
        raise Http404
    return found


def _received(pack: Pack, form: FillForm) -> Received | None:
    """Keep what was typed and handed in; what was refused is said at its field."""
    answer = receive(pack, form.filled, "halaman isian", clock.now())
    if isinstance(answer, Refused):
        form.add_error(None, answer.reason)
        return None
    form.refuse(answer.refused)
    for number, cell in enumerate(form.cells):
        name = f"bukti_{number}"
        if file := form.cleaned_data.get(name):
            refused = receive_evidence(pack, cell.indikator_id, file.read(), file.name, clock.now())
            if refused:
                form.add_error(name, refused.reason)
    return answer


def _filled(rows: Sequence[TypedRow], quarter: Quarter, pack: Pack) -> list[Filled]:
    """The typed rows by the figures that they name; what they do not name keeps its words."""
    by_words = {(cell.indikator_id, cell.judul): cell.kunci for cell in quarter.cells_of(pack.unit)}
    return [
        Filled(row.indikator_id, by_words[key], row.nilai, row.catatan, row.sel)
        for row in rows
        if (key := (row.indikator_id, row.judul)) in by_words and (row.nilai or row.catatan)
    ]


def _to_mend(
    rows: Sequence[TypedRow],
    received: Received,
    quarter: Quarter,
    pack: Pack,
    said: dict[tuple[str, str], Proposal],
) -> dict[tuple[str, str], tuple[str, str]]:
    """What stands in the fields: what was refused as it was typed, to be mended there."""
    refused = {
        one.key: (one.nilai[:LONGEST_FIGURE], one.catatan[:LONGEST_NOTE])
        for one in _filled(rows, quarter, pack)
        if one.key in received.refused
    }
    return current_of(quarter.cells_of(pack.unit), said) | refused


def _told(
    rows: Sequence[TypedRow], received: Received, quarter: Quarter, pack: Pack
) -> list[tuple[str, str, str, list[str], bool]]:
    """What is to be seen of each row: place, figure, what was typed, why, whether it is refused."""
    cells = {(c.indikator_id, c.judul): c for c in quarter.cells_of(pack.unit)}
    told = []
    for row in rows:
        cell = cells.get((row.indikator_id, row.judul))
        name = f"{row.indikator_id} {row.judul}".strip() or "baris tanpa ID"
        if cell is None:
            if row.nilai or row.catatan:
                words = ["Baris ini bukan angka unit Saudara, jadi tidak dipakai."]
                told.append((row.sel, name, row.nilai or row.catatan, words, True))
            continue
        if words := received.refused.get(cell.key, []):
            told.append((row.sel, name, row.nilai, words, True))
        elif words := received.odd.get(cell.key, []):
            told.append((row.sel, name, row.nilai, words, False))
    return told


def _context(
    pack: Pack,
    quarter: Quarter,
    form: FillForm,
    said: dict[tuple[str, str], Proposal],
) -> dict[str, object]:
    mine = {cell.indikator_id for cell in form.cells}
    rows = evidence_of_year(pack.office_id, pack.tahun)
    evidence: dict[str, list[str]] = {}
    for row in rows:
        if row.triwulan == pack.triwulan and row.indikator_id in mine:
            evidence.setdefault(row.indikator_id, []).append(row.nama)
    live = [p for p in said.values() if p.nilai and p.keadaan != Proposal.State.REFUSED]
    return {
        "pack": pack,
        "quarter": quarter,
        "form": form,
        "rows": [
            (*row, said.get(row[0].key), evidence.get(row[0].indikator_id, []) if row[3] else [])
            for row in form.rows
        ],
        "book": BookForm(),
        "filled": sum(bool(cell.nilai) or cell.key in {p.key for p in live} for cell in form.cells),
    }


def _thanks(received: Received, begin: str) -> str:
    count = len(received.kept)
    told = f"{count} isian diterima." if count else "Tidak ada isian yang berubah."
    odd = " Ada yang perlu Saudara lihat lagi di bawah." if received.odd else ""
    return f"{begin}{told}{odd}"


def _counted(request: HttpRequest, door: str, most: int) -> bool:
    """Whether one more is allowed from this address in a quarter of an hour."""
    address = request.META.get("REMOTE_ADDR", "")
    key = f"paket:{door}:{address}"
    return any(cache.add(f"{key}:{number}", True, _WINDOW_S) for number in range(most))


_UNKNOWN = (
    "Tautan ini tidak dikenal. Periksa apakah alamatnya tersalin utuh, atau minta tautan baru "
    "kepada yang mengirimkannya."
)
