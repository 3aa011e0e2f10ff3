"""The official form as a drawing with real text."""

PUBLIC = ("sop",)
