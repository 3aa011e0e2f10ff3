"""How signing fails: always with one plain sentence for the signer."""


class SigningFailed(Exception):
    """The signature was not made. ``str()`` is one plain Indonesian sentence for the signer."""


class WrongPassphrase(SigningFailed):
    """The signer mistyped; everything else may be in order, so asking again is right."""
