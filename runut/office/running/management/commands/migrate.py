"""Django's ``migrate``, which gives a database that holds nothing its tables at once."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connection

from runut.office.running.new_tables import is_empty, make_tables


class Command(migrate.Command):
    def handle(self, *words: Any, **options: Any) -> None:
        if options["app_label"] is None and not options["fake"] and is_empty(connection):
            make_tables(connection)
        super().handle(*words, **options)
