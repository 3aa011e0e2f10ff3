"""From a canvas, a file as its reader found it, to an SOP with the origin of every field.

``canvas`` is what readers of files fill, ``sop`` understands it, ``asal`` says where a field stood.
``block`` and ``ways`` tell readers what a head and a way look like, ``refusals`` and
``meanings`` explain what is said of a file.
"""

PUBLIC = ("asal", "block", "canvas", "meanings", "numbers", "refusals", "sop", "ways")
