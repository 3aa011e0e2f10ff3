"""The acts on a Perjanjian Kinerja: it is written (``writing``) and signed (``signing``)."""

PUBLIC = ("signing", "writing")
