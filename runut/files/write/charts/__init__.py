"""Charts of a report as drawings without style or script: bars and lines."""

PUBLIC = ("draw",)
