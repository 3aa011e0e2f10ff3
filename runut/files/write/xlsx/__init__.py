"""The official form as an Excel workbook, its symbols and arrows as Excel's own shapes."""

PUBLIC = ("sop",)
