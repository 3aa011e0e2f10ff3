"""From a canvas to an SOP; see ``reading``."""

from runut.core.sop.reading.sop import assemble

__all__ = ["assemble"]
