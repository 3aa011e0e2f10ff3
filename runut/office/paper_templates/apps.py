from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.paper_templates"
    label = "paper_templates"
