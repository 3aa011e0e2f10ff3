from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "runut.office.letters"
    label = "letters"
