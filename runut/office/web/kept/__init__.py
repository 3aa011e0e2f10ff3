"""Nothing typed is lost: what a form brought and no act took is kept and offered again.

``pages`` says where a form stands, ``author`` whose typing it is, ``store`` keeps it in the
session, ``scan`` and ``fill`` read a page of ours and fill its fields, ``together`` lets a page
with several forms send all that was typed on it. ``middleware`` uses them; views need only
``stands_on`` and ``instead`` (docs/decisions/0012-kept-typing.md).
"""
