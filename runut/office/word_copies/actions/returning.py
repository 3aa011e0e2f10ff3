"""Taking an edited copy in: it is read behind the guard, compared, and becomes suggestions."""

from collections.abc import Iterator

from django.conf import settings
from django.db import transaction

from runut.core.findings import Finding, Refused
from runut.core.report.word.compare import Comparison, compare_copies
from runut.core.report.word.flow import WordFlow
from runut.files.guard.parent import read_guarded
from runut.files.store import get, put
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load, load_to_write
from runut.office.trust.append import Act, append
from runut.office.word_copies.actions.bringing import (
    give_comments,
    keep_pictures,
    pictures_in,
)
from runut.office.word_copies.actions.leaving import refuse_copying
from runut.office.word_copies.models import Suggestion, WordCopy, WordReturn
from runut.office.works.laporan.writing import refuse_loss

_READER = "runut.files.read.docx.flow:read_flow"
_LONGEST_NAME, _LONGEST_PLACE, _LONGEST_AUTHOR = 120, 400, 200
Findings = tuple[Finding, ...]


def take_back(
    case_id: int, doer: Doer, *, data: bytes, berkas: str, gives_up: bool = False
) -> Done | Refused | Findings:
    """Compare a file with the copy that it was, and keep all that differs as suggestions.

    Nothing changes in the report. The file itself is kept as it came.
    """
    if known := recall(doer):
        return known
    case = load(case_id, doer.person.office_id)
    if refused := refuse_copying(case, doer):
        return refused
    back, findings = read_guarded(_READER, data, berkas)
    if not isinstance(back, WordFlow):
        return findings
    copy = copy_of(case, back)
    if isinstance(copy, Refused):
        return copy
    left, findings = read_guarded(_READER, get(settings.FILES_DIR, copy.sha256), "salinan.docx")
    if not isinstance(left, WordFlow):
        return findings
    texts = {one["no"]: one["teks"] for one in copy.bagian}
    found = compare_copies(left, back, texts, copy.angka)
    if found.is_empty:
        return Refused(
            "tanpa_perubahan",
            f"Berkas ini sama dengan salinan {copy.kode}: tidak ada yang berubah. Periksa apakah "
            "berkas yang disunting sudah disimpan, dan apakah berkas itu yang dipilih.",
        )
    sha256 = put(settings.FILES_DIR, data)
    pictures = pictures_in(data, berkas, found)
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_copying(case, doer) or _refuse_again(copy, sha256):
            return refused
        if refused := _refuse_loss(case, copy, found, doer, gives_up=gives_up):
            return refused
        row = _keep(copy, found, sha256, berkas, doer, gives_up=gives_up)
        keep_pictures(case, row, pictures, doer)
        give_comments(case, row, doer)
        facts = {"kode": copy.kode, "kembali": row.pk, "usul": row.suggestions.count()}
        line = Act("laporan.word_kembali", case_subject(case_id), facts, sha256)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        url = f"/laporan/{case_id}/word/{row.pk}/"
        remember(doer, url)
    return Done(url)


def copy_of(case: OpenCase, back: WordFlow) -> WordCopy | Refused:
    """The copy of this report that a file was, by the code on its pages."""
    office_id = case.row.office_id
    found = list(
        WordCopy.objects.filter(office_id=office_id, kode__in=back.codes).select_related("case")
    )
    own = [one for one in found if one.case_id == case.row.pk]
    if own:
        return own[0]
    if found:
        return Refused(
            "laporan_lain",
            f"Berkas ini salinan sunting dari {found[0].case.judul}, bukan dari "
            f"{case.row.judul}. Unggah pada halaman laporan itu.",
        )
    if back.codes:
        return Refused(
            "kantor_lain",
            f"Kode {back.codes[0]} pada berkas ini bukan kode salinan sunting kantor ini. Unduh "
            "salinan dari halaman ini, lalu salin perubahannya ke sana.",
        )
    return Refused(
        "tanpa_kode",
        "Berkas ini tidak memuat kode salinan sunting (SALINAN SUNTING dan sepuluh huruf) di "
        "kepala halamannya. Unggah salinan yang diunduh dari halaman ini; bila kepala halamannya "
        "terhapus, ketik kembali kode itu di awal berkas.",
    )


def _refuse_again(copy: WordCopy, sha256: str) -> Refused | None:
    rows = WordReturn.objects.filter(office_id=copy.office_id, copy=copy, sha256=sha256)
    if not rows.exists():
        return None
    return Refused(
        "sudah_diunggah", "Berkas yang sama sudah diunggah. Usulnya ada pada daftar di bawah."
    )


def _refuse_loss(
    case: OpenCase, copy: WordCopy, found: Comparison, doer: Doer, *, gives_up: bool
) -> Refused | None:
    """Who proposes words becomes their writer once they are taken: the loss is asked about now."""
    keys = {one["no"]: one["key"] for one in copy.bagian}
    asked = (
        refuse_loss(case, keys[change.section], doer.person, gives_up=gives_up)
        for change in found.changes
    )
    return next((refused for refused in asked if refused), None)


def _keep(
    copy: WordCopy, found: Comparison, sha256: str, berkas: str, doer: Doer, *, gives_up: bool
) -> WordReturn:
    keys = {one["no"]: one["key"] for one in copy.bagian}
    row = WordReturn.objects.create(
        office_id=copy.office_id,
        copy=copy,
        sha256=sha256,
        berkas=berkas[-_LONGEST_NAME:],
        dasar={keys[one.section]: one.base for one in found.changes},
        melepas=gives_up,
        diunggah_oleh=doer.person,
        diunggah_pada=doer.at,
    )
    suggestions = list(_suggestions(found, {0: "", **keys}))
    for number, one in enumerate(suggestions, start=1):
        one.office_id, one.returned, one.nomor = copy.office_id, row, number
        one.tempat, one.penulis = one.tempat[:_LONGEST_PLACE], one.penulis[:_LONGEST_AUTHOR]
    Suggestion.objects.bulk_create(suggestions)
    return row


def _suggestions(found: Comparison, keys: dict[int, str]) -> Iterator[Suggestion]:
    for change in found.changes:
        for edit in change.edits:
            yield Suggestion(
                jenis=Suggestion.Jenis.TEKS,
                key=keys[change.section],
                awal=edit.start,
                akhir=edit.end,
                sebelum=edit.before,
                sesudah=edit.after,
                rupa=edit.looks,
                penulis=edit.author,
                waktu=edit.at[:40],
            )
    for one in found.altered:
        where = f"{one.place}, {one.where}" if one.where else one.place
        yield Suggestion(
            jenis=Suggestion.Jenis.ANGKA,
            tempat=where,
            sebelum=one.before,
            sesudah=one.after,
            penulis=one.author,
        )
    for thing in found.homeless:
        if thing.media:
            continue
        yield Suggestion(
            jenis=Suggestion.Jenis.LEPAS,
            key=keys.get(thing.section, ""),
            tempat=f"{thing.kind[:1].upper()}{thing.kind[1:]}, {thing.place}",
            sesudah=thing.text,
            penulis=thing.author,
        )
    for said in found.remarks:
        yield Suggestion(
            jenis=Suggestion.Jenis.KOMENTAR,
            key=keys.get(said.section, ""),
            tempat=said.place,
            sebelum=said.quoted,
            sesudah=said.text,
            penulis=said.author,
            waktu=said.at[:40],
        )
