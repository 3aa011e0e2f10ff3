"""``runut --help`` and every mistake in a command are told in Indonesian."""

import argparse
import re
from collections.abc import Iterator

import pytest

from runut.cli import main
from runut.commands import all as commands
from runut.commands.plain import CANNOT, PlainParser

ENGLISH = re.compile(
    r"usage:|options:|positional|show this help|\b(argument|arguments|required|invalid|choose|"
    r"unrecognized|expected|not allowed|ambiguous|default)\b"
)


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from _parsers(one)


def test_the_help_of_every_command_has_no_english_word_of_argparse() -> None:
    parser = PlainParser(prog="runut")
    commands.register(parser.add_subparsers(metavar="PERINTAH", parser_class=PlainParser))
    helps = [one.format_help() for one in _parsers(parser)]
    assert len(helps) > 15
    assert [found[0] for text in helps if (found := ENGLISH.search(text))] == []
    assert all(text.startswith("cara pakai: runut") for text in helps)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "yang belum ditulis: PERINTAH"),
        (["apa"], "PERINTAH: tidak ada 'apa'; pilih"),
        (["sop", "check"], "yang belum ditulis: BERKAS"),
        (["sop", "check", "a", "--level"], "--level: isinya belum ditulis"),
        (["sop", "check", "a", "--level", "x"], "--level: tidak ada 'x'; pilih"),
        (["sop", "check", "a", "--aneh"], "tidak dikenal: --aneh"),
        (["sop", "check", "a", "--json=1"], "--json tidak memakai isi, tertulis '1'"),
        (["sop", "check", "a", "--pilih", "x"], "--pilih: isinya keliru, tertulis 'x'"),
    ],
)
def test_a_mistake_is_told_with_what_to_write(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    told = capsys.readouterr().err
    assert ended.value.code == CANNOT and said in told
    assert ENGLISH.search(told) is None and "--help" in told.splitlines()[-1]
