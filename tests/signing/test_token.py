"""A token: what is missing on this machine is one plain sentence, and never a traceback."""

import pytest

from runut.files.signing.failures import SigningFailed
from runut.files.signing.token import MODULE, TokenSigner, why_no_token
from tests.kantor import MONDAY
from tests.sign.office import report


def test_a_machine_without_module_or_library_says_who_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(MODULE, raising=False)
    signer = TokenSigner("", "kunci karo", "123456")
    with pytest.raises(SigningFailed, match="modul PKCS#11 belum disebutkan"):
        signer.sign_pdf(report(), reason="", location="", signer_name="A", at=MONDAY)
    monkeypatch.setenv(MODULE, "/tidak/ada.so")
    assert why_no_token() == "" or "runut[pkcs11]" in why_no_token()
    assert "123456" not in repr(signer)
