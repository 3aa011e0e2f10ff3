"""The tables of a new office, made at once as this version has them.

An office of an older version comes here step by step, each migration of this program after the
other. A new one holds no rows to be carried along, and goes the short way: nine tenths of the long
one are Django's memory of how the tables looked at each step. Both ways end at the same database
(tests/running/test_new_tables.py).
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from runut.office.recording.touched import migrating
from runut.office.vendor_sql import VendorSQL


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Whether nobody has made a table here."""
    return not connection.introspection.table_names()


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Every table, then what the database is told beside, then that no migration is left to do.

    One transaction: a power cut leaves an empty database.
    """
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    at_the_end = executor.loader.project_state().apps
    with migrating(), connection.schema_editor() as editor:
        for model in at_the_end.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for step, _ in steps:
            for operation in step.operations:
                if isinstance(operation, VendorSQL):
                    operation.database_forwards(step.app_label, editor, None, None)
        editor.create_model(executor.recorder.Migration)
        for step, _ in steps:
            for label, name in (*step.replaces, (step.app_label, step.name)):
                executor.recorder.record_applied(label, name)
