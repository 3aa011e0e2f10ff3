"""The official form on paper, page by page: ``form`` lays it out, ``model`` is what it gives."""

PUBLIC = ("form", "model")
