"""The draft as a Word file that people edit elsewhere and bring back.

``places`` gives every section a place in the copy that leaves; ``flow`` is such a file as it was
read; ``spelled`` is the text of a section letter by letter. ``compare`` says what came back: edits
of people's words, by section and author, and what was altered that is not theirs to alter;
``edits`` puts chosen edits into the words as they stand now.
"""

PUBLIC = ("compare", "edits", "flow", "places", "spelled")
