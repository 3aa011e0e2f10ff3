"""Time stamps (RFC 3161) of the authority that an office names."""

from dataclasses import dataclass

from asn1crypto.tsp import TimeStampReq, TimeStampResp
from pyhanko.sign.timestamps import TimeStamper

from runut.files.asking import NoAnswer, Service, ask
from runut.files.signing.failures import SigningFailed

_QUESTION, _ANSWER = "application/timestamp-query", "application/timestamp-reply"
_OK = 200


@dataclass(frozen=True)
class Tsa:
    """A time stamp authority. ``trust``: the authorities (PEM) that vouch for it and the signers;
    ``with_proofs``: the proofs of validity are put in as well (B-LT)."""

    service: Service
    trust: tuple[bytes, ...] = ()
    with_proofs: bool = False


class HttpStamper(TimeStamper):
    """Asks an authority over HTTP, within the time of ours."""

    def __init__(self, service: Service) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.service = service

    async def async_request_tsa_response(self, req: TimeStampReq) -> TimeStampResp:
        return _ask(self.service, req.dump())


def stamper_of(tsa: Tsa) -> HttpStamper:
    return HttpStamper(tsa.service)


def _ask(service: Service, question: bytes) -> TimeStampResp:
    try:
        answer = ask(service, "POST", "", body=question, kind=_QUESTION, accept=_ANSWER)
    except NoAnswer as error:
        raise SigningFailed(_unstamped("tidak menjawab")) from error
    if answer.status != _OK or not answer.headers.get("content-type", "").startswith(_ANSWER):
        raise SigningFailed(_unstamped("menjawab dengan kesalahan"))
    try:
        response = TimeStampResp.load(answer.body)
        status = response["status"]["status"].native
        if status in ("granted", "granted_with_mods"):
            _ = response["time_stamp_token"]["content"].native
            return response
    except (ValueError, TypeError, KeyError) as error:
        raise SigningFailed(_unstamped("menjawab dengan isi yang tidak dikenal")) from error
    raise SigningFailed(_unstamped("menolak permintaan"))


def _unstamped(what: str) -> str:
    return (
        f"Layanan cap waktu {what}; dokumen belum ditandatangani. Ulangi beberapa saat lagi, atau "
        "minta pengelola kantor memeriksa setelan cap waktu."
    )
