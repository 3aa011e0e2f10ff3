"""The frame of all pages and the pages that say what went wrong."""

import gzip
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from pytest_django import Settings

from runut.office.web.navigation import places
from tests.web_design.pages import attributes, parse, render, visible_words

WEB = Path("runut/office/web")
ERRORS = ("400", "403", "404", "405", "409", "413", "500", "500_berkas", "503", "penyimpanan")


@pytest.fixture(autouse=True)
def an_office_with_two_places(settings: Settings) -> None:
    """Static files by their names in the source tree (nothing is collected), two addresses."""
    settings.ROOT_URLCONF = "tests.web_design.urls"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_nothing_and_shows_a_way_on(name: str) -> None:
    page = parse(render_to_string(f"{name}.html"))
    assert page.xpath("//h1") and page.xpath("//a[contains(@class, 'btn-main')]/@href") == ["/"]
    assert name not in visible_words(page), "a code alone helps nobody"
    sentences = [s for p in page.xpath("//main/p") for s in visible_words(p).split(". ")]
    assert max(len(sentence.split()) for sentence in sentences) <= 20


def test_a_page_has_a_skip_link_a_language_and_a_title() -> None:
    source = "{% extends 'web/base.html' %}{% block title %}Tugas{% endblock %}"
    page = parse(render(source, {}))
    assert page.get("lang") == "id" and "style" not in set(attributes(page))
    assert page.findtext(".//title") == "Tugas · Runut"
    target = page.xpath("//a[@class='skip']/@href")[0]
    assert page.get_element_by_id(target.removeprefix("#")).tag == "main"


def test_no_template_has_inline_style_or_script() -> None:
    for path in WEB.rglob("*.html"):
        source = path.read_text()
        assert "<style" not in source and "style=" not in source, path
        assert "<script>" not in source and "onclick" not in source, path


def test_messages_are_announced() -> None:
    class Message:
        level_tag = "error"

        def __str__(self) -> str:
            return "Berkas tidak terbaca."

    page = parse(render("<div>{% include 'web/messages.html' %}</div>", {"messages": [Message()]}))
    notice = page.xpath("//*[@role='alert']")[0]
    assert "bad" in notice.get("class")


def test_the_place_of_the_reader_is_marked() -> None:
    marked = [place.label for place in places("/pelaksanaan/7/") if place.is_current]
    assert marked == ["Pelaksanaan"]
    assert "Kinerja" not in [place.label for place in places("/")], "what is not there is not shown"


def test_style_and_script_stay_light() -> None:
    style = gzip.compress((WEB / "static/web/runut.css").read_bytes())
    script = gzip.compress((WEB / "static/web/runut.js").read_bytes())
    assert len(style) <= 14 * 1024 and len(script) <= 3 * 1024
