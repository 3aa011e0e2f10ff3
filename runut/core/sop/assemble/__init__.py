"""From a canvas to an SOP; see ``reading``."""

from runut.core.sop.assemble.reading import assemble

__all__ = ["assemble"]
