"""The connection to PostgreSQL that the settings name."""

from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations

from runut.office.recording.connecting import TellingConnection


class Operations(DatabaseOperations):
    compiler_module = "runut.office.recording.postgresql.compilers"


class DatabaseWrapper(TellingConnection, base.DatabaseWrapper):
    ops_class = Operations
