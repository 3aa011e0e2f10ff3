"""``runut kinerja temuan``: the findings that wait for an answer in this office."""

import argparse
import json
import sys

from runut.office.kinerja.models import KeptFinding

DONE, FINDINGS = 0, 1


def run(args: argparse.Namespace) -> int:
    """List them as the page does; 1 when any waits."""
    rows = KeptFinding.objects.filter(keadaan=KeptFinding.Keadaan.TERBUKA)
    if args.year:
        rows = rows.filter(tahun=args.year)
    found = list(rows.select_related("pemilik").order_by("office_id", "tahun", "sel", "pk"))
    if args.json:
        told = [_told(one) for one in found]
        sys.stdout.write(json.dumps({"temuan": told}, ensure_ascii=False, indent=1) + "\n")
    else:
        for one in found:
            sys.stdout.write(f"{one.tahun}: {one.pesan} Pemilik: {one.pemilik.nama}.\n")
        last = f"{len(found)} temuan belum dijawab." if found else "Semua temuan sudah dijawab."
        sys.stdout.write(f"{last}\n")
    return FINDINGS if found else DONE


def _told(row: KeptFinding) -> dict[str, object]:
    return {
        "tahun": row.tahun,
        "kode": row.kode,
        "letak": row.sel,
        "pesan": row.pesan,
        "usul": row.usul,
        "pemilik": row.pemilik.nama,
        "sejak_versi": row.sejak_versi,
    }
