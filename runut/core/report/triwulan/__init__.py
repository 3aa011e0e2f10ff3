"""The report of a quarter: capaian up to it, a page for each sasaran, from the data of the year."""

PUBLIC = ("compose",)
