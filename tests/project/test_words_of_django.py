"""What Django says is said in our words; the compiled list is that of its source."""

import gettext
import re
from pathlib import Path

from django.utils.translation import gettext as say

import runut.office.web

FOLDER = Path(runut.office.web.__file__).parent / "locale" / "id" / "LC_MESSAGES"
_ENTRY = re.compile(r'msgid "(.+)"\n(?:msgid_plural ".+"\n)?msgstr(?:\[0\])? "(.+)"')


def test_the_compiled_words_are_those_of_the_source() -> None:
    source = dict(_ENTRY.findall((FOLDER / "django.po").read_text(encoding="utf-8")))
    with (FOLDER / "django.mo").open("rb") as compiled:
        known = gettext.GNUTranslations(compiled)
    # a word with a plural is kept apart from those without
    said = {key: known.ngettext(key, key, 1) for key in source}
    said |= {key: one for key in source if (one := known.gettext(key)) != key}
    assert len(source) > 15 and said == source


def test_people_are_addressed_as_saudara_and_have_a_kata_sandi() -> None:
    assert say("Old password") == "Kata sandi lama"
    assert "Saudara" in say("Your old password was entered incorrectly. Please enter it again.")
