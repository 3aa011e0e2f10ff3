"""Everything of an office in formats that any program opens: for leaving Runut, or looking closer.

``tables`` writes each table as CSV and JSON under the words of ``headings``, ``papers`` the files
under names that people read, ``chain`` the records with what is needed to check them.
"""

PUBLIC = ("chain", "papers", "tables")
