"""A connection that tells the audit chain, before it commits, what was written and not yet told."""

from typing import TYPE_CHECKING, Any

from runut.office.recording.touched import Ending, Touched

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper as _Wrapper
else:
    _Wrapper = object


class TellingConnection(_Wrapper):
    """Django's connection, with the rows that its transaction has touched."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.touched = Touched()

    def commit(self) -> None:
        if self.touched.rows:
            try:
                self._tell()
            except BaseException:
                # Django rolls back for errors of the database only; half an act must not stay
                self.rollback()
                raise
        super().commit()
        self.touched.clear()

    def rollback(self) -> None:
        self.touched.clear()
        super().rollback()

    def close(self) -> None:
        self.touched.clear()
        super().close()

    def savepoint_commit(self, sid: str) -> None:
        # a test's own transaction stands around everything: within it, this is the end of an act
        if self.touched.rows and all(
            getattr(block, "_from_testcase", False) for block in self.atomic_blocks
        ):
            self._tell()
        super().savepoint_commit(sid)
        self.touched.before.pop(sid, None)

    def _savepoint(self, sid: str) -> None:
        self.touched.before[sid] = tuple(self.touched.rows)
        super()._savepoint(sid)  # type: ignore[misc]  # Django has it, its stubs do not

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self.touched.rows = list(self.touched.before.get(sid, ()))

    def _tell(self) -> None:
        if Ending.record is not None:
            Ending.record()
