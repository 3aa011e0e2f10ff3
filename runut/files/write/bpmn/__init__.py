"""An SOP as BPMN 2.0 that other engines run, with its diagram."""

PUBLIC = ("sop",)
