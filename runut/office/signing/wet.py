"""What was signed by hand, for the pages that speak of it."""

from runut.office.cases.models import Document
from runut.office.signing.models import WetSignature


def wet_signature_of(document: Document) -> WetSignature | None:
    """The signature by hand whose scan this document is, None if it is no such scan."""
    return (
        WetSignature.objects.filter(office_id=document.office_id, document=document)
        .select_related("penanda_tangan", "dicatat_oleh")
        .first()
    )


def is_wet_scan(sha256: str) -> bool:
    """Whether a file is the recorded scan of a paper that was signed by hand."""
    return WetSignature.objects.filter(document__files__sha256=sha256).exists()
