"""Drawings that came from elsewhere, made safe to stand in a page: shapes and words only."""

import struct

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset((
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "title", "desc", "defs", "marker",
))  # fmt: skip
_ATTRIBUTES = frozenset((
    "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry",
    "dx", "dy", "d", "points", "transform", "fill", "fill-rule", "fill-opacity", "opacity",
    "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
    "stroke-opacity", "stroke-miterlimit", "paint-order", "font-family", "font-size",
    "font-weight", "font-style", "text-anchor", "dominant-baseline", "marker-start", "marker-mid",
    "marker-end", "markerWidth", "markerHeight", "refX", "refY", "orient", "id", "class", "role",
    "aria-label", "aria-hidden",
))  # fmt: skip
_EMPTY = f'<svg xmlns="{_SVG}" viewBox="0 0 1 1"></svg>'


def safe_svg(svg: str) -> str:
    """The drawing without scripts, styles, links and foreign content; empty if it is no SVG."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(svg.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        return _EMPTY
    if _name(root) != "svg":
        return _EMPTY
    for element in list(root.iter()):
        if _name(element) in _ELEMENTS:
            _strip(element)
        elif (parent := element.getparent()) is not None:
            parent.remove(element)
    return etree.tostring(root, encoding="unicode", with_tail=False)


def size_of(svg: str) -> tuple[float, float]:
    """Width and height by the drawing's own view, for its proportion."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        box = etree.fromstring(svg.encode("utf-8"), parser).get("viewBox", "").split()
        width, height = float(box[2]), float(box[3])
    except (etree.XMLSyntaxError, UnicodeEncodeError, ValueError, IndexError):
        return 1.0, 1.0
    return (width, height) if width > 0 and height > 0 else (1.0, 1.0)


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels, from its first chunk."""
    width, height = struct.unpack_from(">LL", png, 16)
    return width, height


def _name(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace == _SVG else ""


def _strip(element: etree._Element) -> None:
    for key, value in list(element.attrib.items()):
        if key not in _ATTRIBUTES or ("url(" in str(value) and "url(#" not in str(value)):
            del element.attrib[key]
