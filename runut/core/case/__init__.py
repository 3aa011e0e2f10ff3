"""A running SOP: what may be done in it, by whom, and what follows.

``decide`` answers a request with events or ``Refused``, ``apply`` makes events into a state;
``definition`` says how an SOP runs, ``plan`` until when, ``rights`` who may, ``explain`` why not,
``standstill`` where nobody may and what leads out of it.
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
    "standstill",
)
