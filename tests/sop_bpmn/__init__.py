"""SOPs as BPMN 2.0 and back, run by an engine that is not ours."""
