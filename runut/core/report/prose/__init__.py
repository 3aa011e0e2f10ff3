"""The text that people write in a report: one small format, read to blocks and written from them.

The whole grammar stands here. Everything that is read comes from it, by whatever way it came in:
typed in a plain field, made by the editor, taken from a workbook or a Word file.

Lines
    ===================================  ==========================================================
    ``kalimat``                          a paragraph; every line is one, an empty line says nothing
    ``- butir``  ``• butir``             an item of a list
    ``1. butir``  ``1) butir``           an item of a numbered list; the first number is kept
    ``a. butir``  ``a) butir``           an item of a lettered list
    two blanks more before an item       a list under the item above it, at most three deep
    an indented line under an item       goes on with the item
    ``| kolom | kolom |``                a row of a table; the first row is its head
    ``Tabel: judul`` above a table       its caption
    ``[gambar kode | judul | uraian]``   a picture: the beginning of its hash, its caption, and what
                                         it shows in words
    ===================================  ==========================================================

In a line
    ``*tebal*`` and ``_miring_``, as officials know them from their telephones: a mark opens before
    a sign that is no blank and after one that is no letter, and closes the other way round, so
    ``data_kinerja_2025`` and ``2 * 3`` are words. ``{nama pendek}`` is a figure of the report. A
    backslash before a mark makes it a sign like others (``\\*``), before a line a paragraph
    (``\\- bukan butir``).

Marks of other systems (``**``, ``#``, ``>``, links, tags) are understood where they mean one of
these and taken out where they do not; each is told with its line. Headings are those of the report.

``clean`` takes out what nobody can see, ``read`` reads, ``write`` writes back, ``resolve`` puts
values and pictures in, ``plain`` gives the bare words. What was written reads
as the same blocks (``write.normal`` says what is the same).
"""

PUBLIC = ("clean", "plain", "read", "resolve", "runs", "write")
