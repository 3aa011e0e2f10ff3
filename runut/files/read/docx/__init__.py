"""SOPs kept in Word, laid out as Word would: tables, words, and what is drawn over them; and
reports that people edited in Word (``flow``).

body, styles, numbering -> blocks -> layout -> sheets; drawn and vml -> place -> canvas.
"""

PUBLIC = ("flow", "pictures", "refuse", "sop")
