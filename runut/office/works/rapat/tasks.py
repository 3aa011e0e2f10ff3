"""What the worker does for meetings: sending letters, one after the other, after commit."""

from django_tasks import task

from runut.office.works.rapat.actions import deliver_by_email, deliver_cancellation


@task
def email_invitation(invitee_id: int, document_id: int, asked_by: str) -> None:
    """Send the invitation to one person."""
    deliver_by_email(invitee_id, document_id, asked_by)


@task
def email_cancellation(mailing_id: int) -> None:
    """Tell one person that the meeting does not take place."""
    deliver_cancellation(mailing_id)


def enqueue_email(invitee_id: int, document_id: int, asked_by: str) -> None:
    """Put one letter into the worker's queue."""
    email_invitation.enqueue(invitee_id, document_id, asked_by)


def enqueue_cancellation(mailing_id: int) -> None:
    """Put one cancellation into the worker's queue."""
    email_cancellation.enqueue(mailing_id)
