from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.linked"
    label = "linked"
