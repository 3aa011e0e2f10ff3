"""Answering for a sentence: why it is right although the figures deny it, or of which indicator it
speaks. Both are acts of those who write it."""

from datetime import date

from django.db import transaction

from runut.core.findings import Refused
from runut.core.kinerja.jawaban import refuse_reason
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject, load_to_write
from runut.office.cases.text_life import refuse_closed, writers_words, writes_text
from runut.office.kinerja.models import KeptFinding
from runut.office.people.models import Person
from runut.office.reports.lakip.claim_tasks import note_claims
from runut.office.reports.lakip.claims import claim_row
from runut.office.reports.lakip.data import dataset_for
from runut.office.trust.append import Act, append

_LONGEST_PLACE = 60
NOT_A_RESULT = "Bukan angka capaian indikator."


def refuse_answer(case: OpenCase, person: Person, day: date) -> Refused | None:
    """Why a person cannot answer: the words are not his to write, or the text is closed."""
    if not writes_text(case, person.ref, day):
        return Refused(
            "bukan_pelaksana",
            f"Naskah laporan ini ditulis oleh {writers_words(case)}. Sampaikan alasannya kepada "
            "mereka.",
        )
    return refuse_closed(case)


def answer_claim(case_id: int, kunci: str, alasan: str, doer: Doer) -> Done | Refused:
    """Say why a sentence is right although the figures deny it: by those who write the report."""
    if refused := refuse_reason(alasan):
        return refused
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_answer(case, doer.person, doer.at.date()):
            return refused
        row = claim_row(case.row, kunci)
        dataset = dataset_for(case.row)
        if row is None or dataset is None or row.is_asked:
            return Refused(
                "sudah_berubah", "Kalimat atau datanya sudah berubah. Muat ulang halaman laporan."
            )
        if row.answer is not None:
            return Refused("sudah_berubah", "Kalimat ini sudah dinyatakan benar.")
        told = row.finding
        KeptFinding.objects.create(
            office_id=case.row.office_id,
            tahun=dataset.tahun,
            kunci=kunci,
            kode=told.kode,
            sel=row.section.title[:_LONGEST_PLACE],
            pesan=told.pesan,
            usul=told.usul,
            sejak_versi=dataset.versi,
            keadaan=KeptFinding.Keadaan.BENAR,
            pemilik=doer.person,
            jawaban=alasan.strip(),
            dijawab_oleh=doer.person,
            dijawab_pada=doer.at,
        )
        facts = {
            "bagian": row.section.key,
            "kunci": kunci,
            "temuan": told.pesan,
            "alasan": alasan.strip(),
        }
        line = Act("laporan.klaim_dinyatakan_benar", case_subject(case_id), facts)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        note_claims(case, doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def explain_claim(case_id: int, kunci: str, indikator: str, doer: Doer) -> Done | Refused:
    """Say of which indicator a sentence speaks, or ("") that it speaks of none. From then on it is
    held against the figures of that one."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        if refused := refuse_answer(case, doer.person, doer.at.date()):
            return refused
        row, dataset = claim_row(case.row, kunci), dataset_for(case.row)
        if row is None or dataset is None or not row.is_asked:
            return Refused("sudah_berubah", "Kalimat itu sudah berubah. Muat ulang papan laporan.")
        chosen = next((one for one in row.choices if one.id == indikator), None)
        if indikator and chosen is None:
            return Refused("tidak_ada", "Indikator itu tidak ada pada bagian ini. Pilih yang lain.")
        jawaban = f"Yang dimaksud: {chosen.nama}." if chosen else NOT_A_RESULT
        told = row.finding
        KeptFinding.objects.update_or_create(
            office_id=case.row.office_id,
            tahun=dataset.tahun,
            kunci=kunci,
            defaults={
                "kode": told.kode,
                "sel": row.section.title[:_LONGEST_PLACE],
                "pesan": told.pesan,
                "usul": told.usul,
                "angka": indikator,
                "sejak_versi": dataset.versi,
                "keadaan": KeptFinding.Keadaan.BENAR,
                "pemilik": doer.person,
                "jawaban": jawaban,
                "dijawab_oleh": doer.person,
                "dijawab_pada": doer.at,
            },
        )
        facts = {
            "bagian": row.section.key,
            "judul": row.section.title,
            "kunci": kunci,
            "kalimat": row.claim.kalimat,
            "jawaban": jawaban,
        }
        line = Act("laporan.kalimat_dijelaskan", case_subject(case_id), facts)
        append(case.row.office_id, [line], actor=doer.person.ref, at=doer.at)
        note_claims(case, doer.at)
        remember(doer, doer.url)
    return Done(doer.url)
