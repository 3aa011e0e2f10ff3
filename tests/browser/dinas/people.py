"""The fourteen of a Dinas in another province: titles, posts and roles that are not LAKIP's own."""

from io import BytesIO

from openpyxl import load_workbook

FOUNDER = {
    "kantor": "Dinas Perpustakaan dan Kearsipan",
    "nama": "Hj. Noor Aisyah, S.E., M.M.",
    "nip": "198203142005012007",
    "username": "aisyah",
}
SECRET = "sandi tujuh bebek kami"
CLERK, DATA, TEAM = "Kasubag Perencanaan", "Pengelola Data", "Tim Penyusun"
BIDANG, SECRETARY, HEAD = "Kepala Bidang", "Sekretaris Dinas", "Kepala Dinas"
PEOPLE = (
    ("198203142005012007", "Noor Aisyah", "Hj.", "S.E., M.M.", "III/d",
     "Kepala Subbagian Perencanaan dan Keuangan", CLERK, "aisyah"),
    ("199408222019032011", "Siti Fatimah", "", "A.Md.", "II/d", "Pengelola Data", DATA, "fatimah"),
    ("199011052015031004", "Muhammad Ridwan", "", "S.Kom.", "III/a",
     "Pranata Komputer Ahli Pertama", DATA, "ridwan"),
    ("198706092011011005", "Budi Santoso", "", "S.IP.", "III/c", "Pustakawan Ahli Muda", TEAM,
     "budi"),
    ("198912172014032003", "Norhasanah", "", "S.Hum.", "III/b", "Arsiparis Ahli Pertama", TEAM,
     "norhasanah"),
    ("198504202010011009", "Yohanes Lim", "", "S.E.", "III/d", "Perencana Ahli Muda", TEAM,
     "yohanes"),
    ("198405052009011006", "Rusdi Hartono", "", "S.T.", "III/c", "Analis Data", TEAM, "rusdi"),
    ("197605112001121002", "Ahmad Fauzi", "H.", "S.Sos., M.AP.", "IV/a",
     "Kepala Bidang Perpustakaan", BIDANG, "fauzi"),
    ("197712302003122004", "Rusdiana", "Dra.", "M.Pd.", "IV/a", "Kepala Bidang Kearsipan", BIDANG,
     "rusdiana"),
    ("197104041998031007", "Gusti Abdurrahman", "Drs. H.", "M.AP.", "IV/b", "Sekretaris Dinas",
     SECRETARY, "gusti"),
    ("197008151996032004", "Mariana Ulfah", "Dr. Hj.", "S.Sos., M.Si.", "IV/c",
     "Kepala Dinas Perpustakaan dan Kearsipan", HEAD, "mariana"),
    ("198110102006041003", "Agus Salim", "", "S.Sos.", "III/d", "Kepala Subbagian Umum", "",
     "agus"),
    ("198302022008032004", "Lina Marlina", "", "S.Pd.", "III/b", "Pengadministrasi Umum", "",
     "lina"),
    ("199606062022032007", "Wati Susilowati", "", "S.Kom.", "III/a", "Pranata Komputer", "",
     "wati"),
)  # fmt: skip
"""NIP, name, titles before and after, golongan, post, role in the SOP, name to log in with."""


def filled_in(template: bytes, *, spoiled: bool = False) -> bytes:
    """The office's list, typed into the template; ``spoiled``: two cells are typed wrongly."""
    book = load_workbook(BytesIO(template))
    for row, one in enumerate(PEOPLE, start=4):
        nip, name, before, after, rank, post, role, user = one
        is_last = spoiled and row == len(PEOPLE) + 3
        nip, role = (nip[:-1], "Kepala Bidangg") if is_last else (nip, role)
        cells = (nip, name, before, after, rank, post, "", role, "1 Februari 2025", "", "", user)
        for column, value in enumerate(cells, start=1):
            book["Pegawai"].cell(row, column).value = value or None
    made = BytesIO()
    book.save(made)
    return made.getvalue()
