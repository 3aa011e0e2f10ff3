"""SOPs as BPMN 2.0: ours come back whole, those of other programs as far as they can be said."""

PUBLIC = ("sop",)
