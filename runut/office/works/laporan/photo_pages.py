"""The pictures of a report: the page that takes them, and each by its code."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.files.store import DocumentMissing, get
from runut.office import clock
from runut.office.acts.forms import ActForm, not_too_large, person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import open_case
from runut.office.reports.models import SectionPhoto
from runut.office.works.answers import go_on
from runut.office.works.laporan.photos import Handed, keep_photo, line_of
from runut.office.works.laporan.section_pages import row_of
from runut.office.works.laporan.writing import refuse_writing


class PhotoForm(ActForm):
    """A picture with its caption and what it shows."""

    berkas = forms.FileField(
        label="Gambar",
        validators=[not_too_large],
        help_text="Foto JPG atau gambar PNG, paling besar 15 MB. Tempat pengambilannya dihapus.",
        error_messages={"required": "Pilih gambarnya."},
        widget=forms.ClearableFileInput(attrs={"accept": ".jpg,.jpeg,.png"}),
    )
    judul = forms.CharField(
        label="Judul gambar",
        max_length=200,
        help_text="Tercetak di bawah gambar, misalnya: Rapat tim penyusun, 14 Januari 2026.",
        error_messages={"required": "Tuliskan judul gambar."},
    )
    uraian = forms.CharField(
        label="Uraian bagi yang tidak dapat melihatnya",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu kalimat: apa yang tampak pada gambar.",
        error_messages={"required": "Tuliskan apa yang tampak pada gambar."},
    )


def photos(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """Hand in a picture, or take the line of one that is there already."""
    person = person_of(request)
    case = open_case(case_id, person)
    row = row_of(case, key)
    form = PhotoForm(request.POST or None, request.FILES or None)
    status = status_shown(form)
    is_asked_by_editor = request.headers.get("Accept") == "application/json"
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        file = given["berkas"]
        handed = Handed(bytes(file.read()), file.name or "", given["judul"], given["uraian"])
        result = keep_photo(case_id, key, handed, form.doer(request, request.path))
        if isinstance(result, SectionPhoto):
            if is_asked_by_editor:
                words = {"judul": result.judul, "uraian": result.uraian}
                return JsonResponse({"kode": result.kode, **words})
            told = "Gambar tersimpan. Salin barisnya dari daftar ke tempatnya dalam teks."
            return go_on(request, Done(request.path), told)
        status = form.refuse(result)
    if is_asked_by_editor and request.method == "POST":
        faults = [str(one) for errors in form.errors.values() for one in errors]
        return JsonResponse({"galat": faults}, status=status)
    rows = SectionPhoto.objects.filter(office_id=case.row.office_id, case=case.row)
    context = {
        "case": case,
        "row": row,
        "form": form,
        "refused": refuse_writing(case, key, person, clock.now()),
        "photos": [(one, line_of(one)) for one in rows.order_by("-pk")],
    }
    return render(request, "laporan/photos.html", context, status=status)


@require_safe
def picture(request: HttpRequest, case_id: int, photo_code: str) -> HttpResponse:
    """One picture. Its code is the beginning of its hash, so it never changes."""
    case = open_case(case_id, person_of(request))
    rows = SectionPhoto.objects.filter(office_id=case.row.office_id, case=case.row, kode=photo_code)
    row = rows.first()
    if row is None:
        raise Http404
    try:
        data = get(settings.FILES_DIR, row.sha256)
    except DocumentMissing as missing:
        raise Http404 from missing
    return HttpResponse(data, "image/jpeg")
