"""The table of steps as tiles for a screen: ``layout`` makes them, ``model`` is what it gives."""

PUBLIC = ("layout", "model")
