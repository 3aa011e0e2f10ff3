"""What the worker does for meetings: sending letters, one after the other, after commit."""

from django_tasks import task

from runut.office.works.rapat.actions import deliver_by_email


@task
def email_invitation(invitee_id: int, document_id: int, asked_by: str) -> None:
    """Send the invitation to one person."""
    deliver_by_email(invitee_id, document_id, asked_by)


def enqueue_email(invitee_id: int, document_id: int, asked_by: str) -> None:
    """Put one letter into the worker's queue."""
    email_invitation.enqueue(invitee_id, document_id, asked_by)
