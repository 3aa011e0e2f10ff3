"""SOPs of every size to draw: few and many steps and actors, long words, decisions, ways back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from runut.core.sop.model import (
    SOP,
    Bentuk,
    Langkah,
    Lanjut,
    Pelaksana,
    Pengesahan,
    Waktu,
)
from runut.core.sop.text.parse import read_sop_text

ROOT = Path(__file__).parent.parent.parent
NAMES = (
    "Pengadministrasi Umum",
    "Analis Kepegawaian",
    "Kasubag",
    "Kabag",
    "Sekretaris",
    "Bendahara Pengeluaran",
    "Kepala Bidang",
    "Asisten",
    "Kepala Dinas",
)
LONG = (
    "Memeriksa kelengkapan dan kebenaran berkas permohonan beserta seluruh lampirannya, "
    "mencocokkannya dengan data kepegawaian, lalu menyampaikan hasilnya secara tertulis "
    "kepada pemohon dan kepada pimpinan unit kerja yang bersangkutan"
)


def from_file(path: str) -> SOP:
    sop, _ = read_sop_text((ROOT / path).read_text(encoding="utf-8"))
    assert sop is not None
    return sop


def made(
    steps: int, actors: int, *, decisions: int = 0, back: int = 3, is_long: bool = False
) -> SOP:
    """An SOP whose actors take turns; the last ``decisions`` steps but one send work back."""
    names = NAMES[:actors]
    deciding = {steps - 1 - n * 2 for n in range(decisions)}
    back_to = {n: max(1, n - back) if n in deciding else 0 for n in range(1, steps + 1)}
    return SOP(
        judul=f"Contoh {steps} Langkah {actors} Pelaksana",
        langkah=tuple(_step(n, steps, names, to, is_long) for n, to in back_to.items()),
        pelaksana=names,
        nomor="CONTOH/1/2026",
        instansi=("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"),
        tanggal_pembuatan=date(2026, 1, 5),
        tanggal_efektif=date(2026, 1, 12),
        disahkan_oleh=Pengesahan("Kepala Dinas", "Contoh Nama, S.H.", "199001012015011001"),
        dasar_hukum=("Perpres Nomor 29 Tahun 2014", "PermenPANRB Nomor 35 Tahun 2012"),
        kualifikasi_pelaksana=("Memahami tata naskah dinas",),
        keterkaitan=("SOP Pengelolaan Surat Masuk", "SOP Penerbitan Undangan"),
        peralatan=("Komputer", "Pencetak"),
        peringatan=("Apabila berkas tidak lengkap, maka berkas dikembalikan",),
        pencatatan=("Buku agenda", "Lembar kendali"),
        judul_prosedur="Prosedur Contoh",
    )


def _step(n: int, steps: int, names: tuple[str, ...], back_to: int, is_long: bool) -> Langkah:
    """``back_to``: the step to which a decision sends the work back; 0: no decision."""
    ways: tuple[Lanjut, ...] = (Lanjut(str(n + 1)),) if n < steps else ()
    bentuk = Bentuk.MULAI if n == 1 else Bentuk.SELESAI if n == steps else Bentuk.PROSES
    if back_to:
        bentuk = Bentuk.KEPUTUSAN
        ways = (Lanjut(str(n + 1), "Ya"), Lanjut(str(back_to), "Tidak"))
    return Langkah(
        str(n),
        f"{LONG} pada langkah {n}" if is_long else f"Mengerjakan bagian {n} dan menyampaikannya",
        (Pelaksana(names[(n * 2 + n // 3) % len(names)]),),
        bentuk,
        ("Berkas permohonan", "Lembar kendali") if n % 2 else ("Berkas permohonan",),
        Waktu("1 jam", 60),
        (f"Hasil bagian {n}",) if n % 3 else (f"Hasil bagian {n}", "Lembar kendali terisi"),
        "Terkait SOP Pengelolaan Surat Masuk" if n == 2 else "",
        ways,
        ("Pengelolaan Surat Masuk",) if n == 2 else (),
    )


def _together(sop: SOP, no: str, *names: str) -> SOP:
    """The same SOP, in which more actors do step ``no`` together."""
    return replace(
        sop,
        langkah=tuple(
            replace(s, pelaksana=(*s.pelaksana, *map(Pelaksana, names))) if s.no == no else s
            for s in sop.langkah
        ),
    )


def _many(actors: int) -> SOP:
    """More actors, with longer names, than fit side by side."""
    names = tuple(f"Kepala Subbagian Perencanaan dan Evaluasi {n + 1}" for n in range(actors))
    sop = made(8, 1)
    steps = tuple(
        replace(step, pelaksana=(Pelaksana(names[n * 5 % actors]),))
        for n, step in enumerate(sop.langkah)
    )
    return replace(sop, langkah=steps, pelaksana=names)


DRAWN = {
    "lakip": from_file("examples/sop/penyusunan-lakip-diperbaiki.txt"),
    "surat-masuk": from_file("tests/sop/lain_teks/surat-masuk.txt"),
    "pengadaan": from_file("tests/sop/lain_teks/pengadaan-barang.txt"),
    "pengaduan": from_file("tests/sop/lain_teks/pengaduan-pasien.txt"),
    "dua-pelaksana": made(9, 2, decisions=1),
    "sembilan-pelaksana": made(9, 9, decisions=2),
    "dua-puluh-lima": made(25, 5, decisions=3, back=8),
    "panjang": made(12, 4, decisions=2, is_long=True),
    "bersama": _together(made(11, 6, decisions=2), "5", "Kasubag", "Sekretaris"),
    "dua-puluh-pelaksana": _many(20),
    "jauh": made(30, 7, decisions=4, back=25),
}
