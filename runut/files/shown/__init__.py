"""An uploaded SOP file as it is shown: its reading, and its pages as pictures beside it.

One visit of the guarded process reads the file and pictures its pages (``sop``). A Word file is
printed by LibreOffice where the computer has it; else what was read is drawn.
"""

PUBLIC = ("sop",)
