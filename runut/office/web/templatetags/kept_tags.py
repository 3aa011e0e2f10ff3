"""``{% together %}``: the forms of a page are sent together, so that none loses what was typed."""

from django import template
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from runut.office.web.kept.together import WHICH, one_form

register = template.Library()


class TogetherNode(template.Node):
    """What stands between the tags, its forms drawn as the parts of one form."""

    def __init__(self, inside: NodeList) -> None:
        self.inside = inside

    def render(self, context: Context) -> SafeString:
        request, html = context["request"], self.inside.render(context)
        failed = request.GET.get(WHICH, "") if request.method == "POST" else ""
        drawn, saved_as = one_form(html, request.path, failed)
        simpan = format_html(' data-simpan="{}"', saved_as) if saved_as else ""
        return format_html(
            '<form method="post" action="{}" data-bersama{}>'
            '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<button class="hidden-text" tabindex="-1" aria-hidden="true">Simpan ketikan</button>'
            "{}</form>",
            reverse("ketikan"),
            simpan,
            context["csrf_token"],
            mark_safe(drawn),  # noqa: S308 - the page's own markup, already escaped
        )


@register.tag
def together(parser: Parser, token: Token) -> TogetherNode:
    """Put around the content of a page with several forms."""
    inside = parser.parse(("endtogether",))
    parser.delete_first_token()
    return TogetherNode(inside)
