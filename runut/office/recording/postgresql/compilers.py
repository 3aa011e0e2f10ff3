"""The compilers of PostgreSQL, by the names under which Django looks for them."""

from django.db.backends.postgresql import compiler

from runut.office.recording.compiling import Deleting, Inserting, Updating

SQLCompiler = compiler.SQLCompiler
SQLAggregateCompiler = compiler.SQLAggregateCompiler


class SQLInsertCompiler(Inserting, compiler.SQLInsertCompiler):
    """INSERT, noted."""


class SQLUpdateCompiler(Updating, compiler.SQLUpdateCompiler):
    """UPDATE, noted."""


class SQLDeleteCompiler(Deleting, compiler.SQLDeleteCompiler):
    """DELETE, noted."""
