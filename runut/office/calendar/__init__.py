"""When the office works: its days off, hours, Ramadan and zone, kept in *Kantor*; and what that
means for a running case: its plan, its forecast, and limits that move with the calendar."""
