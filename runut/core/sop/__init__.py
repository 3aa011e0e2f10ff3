"""An SOP of PermenPANRB 35/2012: its model, its flow, and all that is done with it.

``form`` is what the printed form says, ``text`` and ``reading`` bring an SOP in, ``checks`` find
flaws, ``mending`` repairs them, ``proposals`` guess with a reason, ``drawing`` lays the form out.
"""

PUBLIC = (
    "as_json",
    "checks",
    "drawing",
    "flow",
    "form",
    "mending",
    "model",
    "proposals",
    "reading",
    "text",
)
