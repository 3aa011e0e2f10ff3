"""``runut demo``: the roles walk all nine steps without a browser and leave every paper."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from runut.core.calendar.working_time import next_working_moment
from runut.core.findings import Level
from runut.files.write.paper import write_pdf
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Case, Document
from runut.office.cases.timeline import timeline_papers
from runut.office.example.office import (
    PASSWORD,
    ExampleOffice,
    make_example_office,
    start_example_case,
)
from runut.office.example.walk import Walk, WalkStopped, walk
from runut.office.people.calendars import calendar_of
from runut.office.running.database import (
    check_database,
    make_room_for_demo,
    mark_as_demo,
    one_start_at_a_time,
)
from runut.office.running.demo_folder import TIMELINE, clear_own_demo, leave_papers
from runut.office.running.set_up import prepare
from runut.office.trust.test_certificates import certificates_folder, make_test_certificates
from runut.office.verification.verify import verify_all


def run(args: argparse.Namespace) -> int:
    """Walk the example case of ``--year`` and lay its papers down in the folder."""
    folder: Path = args.folder
    check_database()
    with one_start_at_a_time():
        make_room_for_demo()
        clear_own_demo(folder)
        prepare()
        mark_as_demo()
    try:
        going, lines = _walk(args.year)
    except WalkStopped as stopped:
        sys.stderr.write(f"Contoh berhenti. {stopped}\n")
        return 2
    papers = _papers(going.open_case().row, going.now)
    papers[TIMELINE] = ("\n".join(lines) + "\n").encode()
    leave_papers(folder, papers | _certificates(going.example), args.paper_mode)
    findings = verify_all()
    for finding in findings:
        sys.stdout.write(f"{finding.pesan}\n")
    sys.stdout.write(f"\nSelesai. Semua naskah ada di {folder}: lakip.docx dan lakip.pdf.\n")
    return int(any(finding.tingkat is not Level.INFO for finding in findings))


def _walk(year: int) -> tuple[Walk, list[str]]:
    lines: list[str] = []

    def tell(line: str) -> None:
        lines.append(line)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    start = datetime(year + 1, 1, 12, 8, 0)  # noqa: DTZ001 - given the office's zone below
    example = make_example_office(start.astimezone(), figures=True, tahun=year)
    start = start.replace(tzinfo=example.office.zone)
    start = next_working_moment(calendar_of(example.office), start)
    make_test_certificates(example.office, start, passphrase=PASSWORD)
    case = start_example_case(example, year, start)
    going = walk(example, case, start, tell)
    return going, lines


def _papers(case: Case, at: datetime) -> dict[str, bytes]:
    """Every document under a readable name; the signed report as lakip.pdf and lakip.docx."""
    papers: dict[str, bytes] = {}
    documents = Document.objects.filter(office_id=case.office_id, case=case).order_by("pk")
    for number, document in enumerate(documents, start=1):
        is_signed = document.signs_id is not None
        name = "lakip" if is_signed else f"{number:02d}-{document.jenis}-v{document.versi}"
        for file in document.downloads:
            papers[f"{name}.{file.ending}"] = stored_bytes(document, file.format)
    for name, paper in timeline_papers(case, at).items():
        papers[f"{name}.pdf"] = write_pdf(paper, created=at)
    return papers


def _certificates(example: ExampleOffice) -> dict[str, bytes]:
    folder = certificates_folder(example.office)
    return {path.name: path.read_bytes() for path in folder.glob("*.pem")}
