"""Raw statements of a migration, written for each database that an office can live in."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations.base import Operation


class VendorSQL(Operation):
    """What SQLite and what PostgreSQL are told, forwards and back; () where one needs nothing."""

    def __init__(
        self,
        sqlite: tuple[Sequence[str], Sequence[str]],
        postgresql: tuple[Sequence[str], Sequence[str]],
    ) -> None:
        self.sqlite = sqlite
        self.postgresql = postgresql

    def statements(self, vendor: str) -> tuple[Sequence[str], Sequence[str]]:
        """(forwards, back) for a database."""
        return {"sqlite": self.sqlite, "postgresql": self.postgresql}[vendor]

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The tables are as before."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._run(schema_editor, 0)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._run(schema_editor, 1)

    def _run(self, schema_editor: Any, way: int) -> None:
        for statement in self.statements(schema_editor.connection.vendor)[way]:
            schema_editor.execute(statement, params=None)
