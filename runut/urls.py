"""Every address of the product, one subject after another."""

from django.urls import include, path

from runut.office.steps import step

urlpatterns = [
    path("", include("runut.office.web.kept.urls")),
    path("", include("runut.office.people.urls")),
    # before cases: there dokumen/<number>/<anything>/ is a file of the document
    path("", include("runut.office.trust.urls")),
    path("", include("runut.office.cases.urls")),
    path("pelaksanaan/<int:case_id>/langkah/<str:no>/", step, name="langkah"),
    path("", include("runut.office.meetings.urls")),
    path("", include("runut.office.reports.urls")),
    path("", include("runut.office.sops.urls")),
    path("", include("runut.office.kinerja.urls")),
]

handler400 = "runut.office.web.errors.bad_request"
handler403 = "runut.office.web.errors.forbidden"
handler404 = "runut.office.web.errors.not_found"
handler500 = "runut.office.web.errors.server_error"
