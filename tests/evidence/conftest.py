"""The office of the packs; its fixture is used here under the same name."""

from tests.packs.conftest import kantor

__all__ = ("kantor",)
