"""Every address of the product, one subject after another."""

from django.urls import include, path

urlpatterns = [
    path("", include("runut.office.web.kept.urls")),
    path("", include("runut.office.entry.urls")),
    # before cases: there dokumen/<number>/<anything>/ is a file of the document
    path("", include("runut.office.verification.urls")),
    path("", include("runut.office.cases.urls")),
    path("", include("runut.office.linked.urls")),
    path("", include("runut.office.next_year.urls")),
    path("", include("runut.office.oversight.urls")),
    path("", include("runut.office.calendar.urls")),
    path("", include("runut.office.reminders.urls")),
    path("", include("runut.office.signing.urls")),
    path("", include("runut.office.works.tandatangan.urls")),
    path("", include("runut.office.substitutes.urls")),
    path("", include("runut.office.works.urls")),
    path("", include("runut.office.works.rapat.urls")),
    path("", include("runut.office.works.laporan.urls")),
    path("", include("runut.office.paper_templates.urls")),
    path("", include("runut.office.letters.urls")),
    path("", include("runut.office.reports.urls")),
    path("", include("runut.office.sops.urls")),
    path("", include("runut.office.kinerja.urls")),
    path("", include("runut.office.action_plan.urls")),
    path("", include("runut.office.evidence.urls")),
    path("", include("runut.office.packs.urls")),
    path("", include("runut.office.word_copies.urls")),
    path("", include("runut.office.kinerja.isian.urls")),
    path("", include("runut.office.plans.urls")),
    path("", include("runut.office.personnel.urls")),
    path("", include("runut.office.kantor.urls")),
    path("", include("runut.office.registers.urls")),
    path("", include("runut.office.search.urls")),
    path("", include("runut.office.wellbeing.urls")),
]

handler400 = "runut.office.web.errors.bad_request"
handler403 = "runut.office.web.errors.forbidden"
handler404 = "runut.office.web.errors.not_found"
handler500 = "runut.office.web.errors.server_error"
