"""Renders templates as the pages do, and reads what comes out."""

from collections.abc import Iterator, Mapping

from django.template import engines
from lxml import html


def render(source: str, context: Mapping[str, object]) -> str:
    """A template written in a test; static files are named as in the source tree."""
    words: str = engines["django"].from_string(source).render(dict(context))
    return words


def parse(page: str) -> html.HtmlElement:
    return html.fromstring(page)


def visible_words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def attributes(element: html.HtmlElement) -> Iterator[str]:
    for node in element.iter():
        yield from node.attrib
