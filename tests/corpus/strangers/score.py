"""Figures of reading strangers' files: ``python -m tests.corpus.strangers.score 8 --write``."""

import argparse

from tests.corpus.dirty.score import (
    FORMATS,
    Result,
    Row,
    calibration,
    result_of,
    table,
    write_section,
)
from tests.corpus.strangers.spoil import case_of, known, read

HEADING = "## Cara kantor lain"
WHAT_THEY_ARE = (
    "Cara-cara ini ditulis setelah pembaca selesai dibetulkan dengan daftar di atas, dan diukur "
    "lebih dahulu tanpa membetulkan apa pun. Setiap berkas memuat satu cara baru, separuhnya "
    "disertai satu atau dua cara lama. Hitung ulang dengan "
    "`python -m tests.corpus.strangers.score 8 --write`."
)
BEFORE = (
    "**Sebelum dibetulkan** (benih 700005 sampai 700160, delapan berkas untuk setiap cara dan "
    "bentuk): dari 832 berkas, 779 tanpa keliru yakin (93,6 %), 7 ditolak. Yang keliru yakin: "
    "huruf tebal yang dicetak dua kali (8 dari 8, tujuh di antaranya ditolak), tabel tanpa garis "
    "antarbaris (8/8), identitas berupa paragraf (8/8), kegiatan dalam kotak teks (8/8), kotak "
    "putih di atas sel Excel (8/8), tulisan di bawah tabel Excel (8/8), simbol di tepi sel (1/8), "
    "dan panah putus-putus (1/8); tiga lainnya kesalahan pembuat berkas. Yang paling banyak "
    "ditanyakan: gambar sebagai simbol di Word (17 pertanyaan per SOP), bentuk simbol lain (8), "
    "dan kepala panah yang digambar terpisah (7)."
)


def tables(results: list[Result]) -> str:
    by_format: dict[str, Row] = {}
    by_operator: dict[str, Row] = {}
    for result in results:
        for name in (result.case.format, "semua"):
            by_format.setdefault(name, Row()).add(result)
        by_operator.setdefault(result.case.operators[0], Row()).add(result)
    by_format["semua"] = by_format.pop("semua")
    lines = [
        HEADING,
        "",
        WHAT_THEY_ARE,
        "",
        BEFORE,
        "",
        f"**Sesudahnya**, dengan benih mulai {results[0].case.seed} yang tidak dipakai saat "
        "membetulkan:",
        "",
        *table("Bentuk", by_format),
        "",
        *table("Cara", dict(sorted(by_operator.items()))),
        "",
        *calibration(results),
        "",
        "Selain itu, 25 SOP bersih kami diubah oleh LibreOffice Writer sendiri menjadi PDF dan "
        "menjadi Word baru, lalu dibaca: 25 dari 25 tanpa keliru yakin pada keduanya (sebelum "
        "dibetulkan 10 dari 12 PDF: label “Tidak Layak” yang melewati garis kolom terbaca "
        "“Layak”). LibreOffice Calc tidak tersedia, jadi berkas Excel buatannya belum diukur.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=int, help="how many files of each way and format")
    parser.add_argument("--first", type=int, default=820_000, help="the first seed")
    parser.add_argument("--write", action="store_true", help="into docs/korpus.md")
    asked = parser.parse_args()
    results = []
    for kind in FORMATS:
        for at, name in enumerate(known(kind)):
            begin = asked.first + 100 * at
            for seed in range(begin, begin + asked.files):
                result = result_of(case_of(seed, name, kind), read)
                results.append(result)
                for claim in result.claims:
                    if claim.is_fault:
                        words = f"{claim.wanted[:70]} / {claim.got[:70]}"
                        print(f"{result.case} | {claim.field}: {words}", flush=True)
    text = tables(results)
    if asked.write:
        write_section(HEADING, text)
    print(text)


if __name__ == "__main__":
    main()
