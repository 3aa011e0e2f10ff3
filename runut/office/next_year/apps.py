from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.next_year"
    label = "next_year"
