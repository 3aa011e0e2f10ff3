"""SOPs kept in Word, laid out as Word would: tables, words, and what is drawn over them.

body, styles, numbering -> blocks -> layout -> sheets; drawn and vml -> place -> canvas.
"""

PUBLIC = ("sop",)
