"""A running SOP: what may be done in it, by whom, and what follows.

``decide`` answers a request with events or ``Refused``, ``apply`` makes events into a state;
``definition`` says how an SOP runs, ``inner`` in which order its
actors work, ``rights`` who may, ``explain`` why not, ``standstill`` where
nobody may and what leads out of it, ``writing`` whether the text that a case composes may still be
changed. Of time: ``plan`` says until when, ``standing`` whether it will be in time and what to do,
``forecast`` how likely that is.
"""

PUBLIC = (
    "apply",
    "codec",
    "decide",
    "definition",
    "events",
    "explain",
    "forecast",
    "inner",
    "model",
    "plan",
    "rights",
    "route",
    "standing",
    "standstill",
    "stranding",
    "writing",
)
