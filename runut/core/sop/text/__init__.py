"""An SOP as a text file with tabs, the format of our own that people can edit: in and out.

``parse`` reads, ``print`` writes, ``decode`` makes bytes to text, ``as_canvas`` is for tables
whose head the tab reader does not know.
"""

PUBLIC = ("as_canvas", "decode", "parse", "print")
