from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.evidence"
    label = "evidence"
