"""From a canvas, a file as its reader found it, to an SOP with the origin of every field.

``canvas`` is what readers of files fill, ``sop`` understands it, ``asal`` says where a field stood.
``block`` and ``ways`` tell readers what a head and a way look like, ``meanings`` explains codes.
"""

PUBLIC = ("asal", "block", "canvas", "meanings", "sop", "ways")
