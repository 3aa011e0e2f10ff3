from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.action_plan"
    label = "action_plan"
