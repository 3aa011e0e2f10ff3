"""Everything that a reader with a pocket calculator could hold against a written report."""

from tests.printed.flow import Shown, squeeze
from tests.printed.law import broken_rows, rows_of, scale_of
from tests.printed.sayings import broken_sayings
from tests.printed.sums import broken_sums, overview
from tests.printed.unread import unread
from tests.printed.years import Typed


def complaints(flow: list[Shown], typed: Typed) -> list[str]:
    """Rows, counts, means, money and sentences that their own numbers refute."""
    rows = list(rows_of(flow, typed.codes))
    main = overview(rows)
    names = {str(row["ID"]): squeeze(str(row["Indikator kinerja"])) for row in typed.indikator}
    if [row.code for row in main] != list(typed.codes):
        return [f"the overview has {[row.code for row in main]}, typed were {typed.codes}"]
    return [
        *broken_rows(rows, scale_of(flow)),
        *broken_sums(flow, main),
        *broken_sayings(flow, main, names),
        *unread(flow, typed),
    ]
