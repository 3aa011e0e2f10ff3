"""Two states of a report in one paper: what came underlined, what went struck out.

``paper`` makes it section by section, from ``lines`` of words and ``tables``.
"""

PUBLIC = ("paper",)
