"""SOPs kept in Excel: cells as they are shown, and the shapes and lines drawn over the sheet."""

PUBLIC = ("refuse", "sop")
