"""A running SOP: what may be done in it, by whom, and what follows.

``decide`` answers a request with events or ``Refused``, ``apply`` makes events into a state;
``definition`` says how an SOP runs, ``plan`` until when, ``rights`` who may, ``explain`` why not,
``writing`` whether the text that a case composes may still be changed.
"""

PUBLIC = (
    "apply",
    "codec",
    "decide",
    "definition",
    "events",
    "explain",
    "model",
    "plan",
    "rights",
    "route",
    "writing",
)
