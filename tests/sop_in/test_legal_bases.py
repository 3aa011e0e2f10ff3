"""Legal bases as cells hold them: wrapped, without numbers, with numbers on lines of their own."""

import pytest

from runut.core.sop.reading.items import laws_of

UU = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
PP = (
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009"
)
PERGUB = "Pergub Nomor 12 Tahun 2020 tentang Tata Naskah"


@pytest.mark.parametrize(
    "text",
    [
        f"1. {UU}\n2. {PP}\n3. {PERGUB}",
        "\n".join((UU.replace("n Publik", "n\nPublik"), PP, PERGUB)),
        "\n".join((UU, PP.replace("Pelaksanaan U", "Pelaksanaan\nU"), PERGUB)),
        f"1.\n{UU}\n2.\n{PP}\n3.\n{PERGUB}",
        f"- {UU}\n- {PP}\n- {PERGUB}",
    ],
    ids=["numbered", "wrapped", "wrapped before a kind", "numbers above", "bullets"],
)  # fmt: skip
def test_three_laws_are_three(text: str) -> None:
    assert laws_of([text]) == (UU, PP, PERGUB)


def test_a_bare_number_is_no_law() -> None:
    assert laws_of([f"1. {UU}\n2. {PP}\n3."]) == (UU, PP)


def test_a_numbered_basis_that_is_no_regulation_is_kept() -> None:
    assert laws_of([f"1. {UU}\n2. Nota Kesepahaman dengan Polda"]) == (
        UU, "Nota Kesepahaman dengan Polda",
    )  # fmt: skip
