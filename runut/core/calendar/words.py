"""Working time in words, as pages and papers say it."""

from runut.core.calendar.aturan import MENIT_HARI_KERJA

ROUGH_DAYS = 10


def words_of(menit: int) -> str:
    """Working minutes in words; 450 minutes are a working day.

    A negative time, as a clock set back leaves it, counts as none.

    >>> words_of(6), words_of(80), words_of(900), words_of(570)
    ('6 menit', '1 jam 20 menit', '2 hari kerja', '1 hari 2 jam')
    """
    days, rest = divmod(max(menit, 0), MENIT_HARI_KERJA.nilai)
    hours, minutes = divmod(rest, 60)
    if days and not rest:
        return f"{days} hari kerja"
    parts = ((days, "hari"), (hours, "jam"), (minutes, "menit"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"


def roughly(menit: int) -> str:
    """Working minutes as a glance needs them: no minutes beyond a day, no hours beyond ten.

    >>> roughly(80), roughly(570 + 25), roughly(48 * 450 + 25)
    ('1 jam 20 menit', '1 hari 2 jam', '48 hari kerja')
    """
    days, rest = divmod(max(menit, 0), MENIT_HARI_KERJA.nilai)
    shown = rest if not days else rest // 60 * 60 if days < ROUGH_DAYS else 0
    return words_of(days * MENIT_HARI_KERJA.nilai + shown)
