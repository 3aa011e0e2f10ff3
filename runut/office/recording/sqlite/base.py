"""The connection to SQLite that the settings name."""

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations

from runut.office.recording.connecting import TellingConnection


class Operations(DatabaseOperations):
    compiler_module = "runut.office.recording.sqlite.compilers"


class DatabaseWrapper(TellingConnection, base.DatabaseWrapper):
    ops_class = Operations
