"""Names that BPMN 2.0 files use, and our own for what BPMN has no place for."""

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
RUNUT = "urn:runut:sop:1"
"""The form of PermenPANRB 35/2012 in extension elements: identity block and mutu baku."""

LIST_FIELDS = (
    "instansi",
    "dasar_hukum",
    "keterkaitan",
    "peringatan",
    "kualifikasi_pelaksana",
    "peralatan",
    "pencatatan",
    "catatan",
    "pelaksana",
)
"""Fields of an SOP that are lists of words."""

DATE_FIELDS = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
STEP_LISTS = ("kelengkapan", "output", "rujukan_sop")
"""Fields of a step that are lists of words."""
