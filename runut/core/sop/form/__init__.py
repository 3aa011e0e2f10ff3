"""What the official form prints and how people fill it in: labels, marks, times, names, links.

Reading, text, checks and drawing all know the form from here.
"""

PUBLIC = ("labels", "marks", "pengesahan", "printed", "rujukan", "waktu")
