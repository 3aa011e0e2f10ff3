from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.works.luar"
    label = "outside"
