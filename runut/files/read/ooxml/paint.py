"""What colour a drawn thing has, as far as it tells whether anything is seen."""

from lxml import etree

_PAPER = ("ffffff", "bg1", "lt1", "white", "window")


def is_white(properties: etree._Element) -> bool:
    """Filled with the colour of the paper, which hides what lies behind and shows nothing."""
    fill = properties.find("{*}solidFill")
    colour = next(iter(fill), None) if fill is not None else None
    if colour is None or len(colour):
        return False
    return (colour.get("val") or "").casefold() in _PAPER or colour.get("lastClr") == "FFFFFF"
