from django.urls import path

from runut.office.reminders import pages

urlpatterns = [
    path("pengingat/", pages.reminders, name="pengingat"),
    path("pengingat/surel/", pages.email, name="pengingat_surel"),
    path("pengingat/kalender/", pages.calendar, name="pengingat_kalender"),
    path("kalender/<int:office_id>/<str:token>.ics", pages.feed, name="pengingat_ics"),
]
