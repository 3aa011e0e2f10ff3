from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.word_copies"
    label = "word_copies"
