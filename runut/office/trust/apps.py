from django.apps import AppConfig


class Config(AppConfig):
    name = "runut.office.trust"
    label = "trust"

    def ready(self) -> None:
        # a transaction that ends tells the chain what it wrote; neither knows the other by name
        from runut.office.recording.touched import Ending  # noqa: PLC0415 - models exist from here
        from runut.office.trust.append import record_rest  # noqa: PLC0415

        Ending.record = record_rest
