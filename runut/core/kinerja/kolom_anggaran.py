"""The columns of the sheet Anggaran: money, how the pagu came about, output, people and days."""

from runut.core.kinerja.anggaran import TINGKAT
from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.triwulan import ROMAWI


def _rupiah(kunci: str, judul: str, catatan: str) -> Kolom:
    return Kolom(kunci, judul, 20, catatan, is_angka=True)


KOLOM_ANGGARAN = (
    Kolom("kode", "Kode", 22, "Kode rekening, diketik sebagai teks: 4.01.01.", is_wajib=True),
    Kolom("nama", "Uraian", 60, "Nama program, kegiatan, atau sub kegiatan.", is_wajib=True),
    Kolom(
        "tingkat",
        "Tingkat",
        12,
        "Uang dijumlahkan dari tingkat terbawah yang berisi angka.",
        TINGKAT,
        is_wajib=True,
    ),
    Kolom(
        "sasaran",
        "ID sasaran",
        16,
        "Sasaran yang didukung, dipisah titik koma. Bagian masing-masing ditulis S1=60; S2=40 "
        "(persen); tanpa bagian, uangnya disebut dipakai bersama. Boleh kosong bila tingkat di "
        "atasnya sudah menyebut.",
    ),
    Kolom("pagu", "Pagu (Rp)", 20, "Pagu menurut DPA terakhir.", is_wajib=True, is_angka=True),
    Kolom(
        "realisasi",
        "Realisasi (Rp)",
        20,
        "Realisasi menurut SP2D sampai akhir tahun.",
        is_wajib=True,
        is_angka=True,
    ),
    Kolom("sumber_dana", "Sumber dana", 14, "Kosong berarti APBD."),
    Kolom("keluaran", "Indikator keluaran", 48, "Hanya untuk tingkat sub."),
    Kolom("keluaran_satuan", "Satuan keluaran", 16, "Misalnya dokumen, orang, laporan."),
    Kolom("keluaran_target", "Target keluaran", 16, "Angka.", is_angka=True),
    Kolom("keluaran_realisasi", "Realisasi keluaran", 18, "Angka.", is_angka=True),
    _rupiah("pagu_awal", "Pagu awal (Rp)", "Pagu menurut DPA murni."),
    _rupiah("pagu_pergeseran", "Pagu pergeseran (Rp)", "Pagu setelah pergeseran, bila ada."),
    _rupiah(
        "pagu_perubahan",
        "Pagu perubahan (Rp)",
        "Pagu setelah perubahan anggaran. Bila kolom Pagu kosong, yang terakhir terisi dipakai.",
    ),
    *(
        _rupiah(
            f"realisasi_tw{q}",
            f"Realisasi TW {romawi} (Rp)",
            "Hanya uang triwulan itu, bukan jumlah sampai dengan triwulan itu.",
        )
        for q, romawi in enumerate(ROMAWI)
    ),
    Kolom(
        "gaji",
        "Gaji",
        8,
        "ya bila gaji dan tunjangan: dihitung terpisah dari sasaran.",
        ("ya", "tidak"),
    ),
    *(
        Kolom(kunci, judul, 16, "Boleh kosong. Angka.", is_angka=True)
        for kunci, judul in (
            ("tenaga_rencana", "Rencana orang-hari"),
            ("tenaga_realisasi", "Realisasi orang-hari"),
            ("hari_rencana", "Rencana hari kerja"),
            ("hari_realisasi", "Realisasi hari kerja"),
        )
    ),
)
