"""A report, a letter and an attendance list with invented data; every kind of block is in them."""

from decimal import Decimal

from runut.core.report.blocks import (
    Align,
    Block,
    Boxed,
    Bullets,
    Cell,
    Chart,
    Cover,
    Figure,
    Gap,
    Heading,
    Letterhead,
    Lists,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Series,
    Signature,
    Signatures,
    Table,
    Text,
    line,
)

OFFICE = (
    "PEMERINTAH PROVINSI KALIMANTAN BARAT",
    "SEKRETARIAT DAERAH",
    "BIRO ADMINISTRASI PIMPINAN",
)
FLOW = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50">'
    '<rect x="1" y="10" width="80" height="30" fill="none" stroke="#14253a"/>'
    '<text x="41" y="29" font-family="Arimo" font-size="10" text-anchor="middle">Menugaskan</text>'
    '<line x1="81" y1="25" x2="119" y2="25" stroke="#14253a"/>'
    '<rect x="119" y="10" width="80" height="30" fill="none" stroke="#14253a"/>'
    '<text x="159" y="29" font-family="Arimo" font-size="10" text-anchor="middle">Menyusun</text>'
    "</svg>"
)
GOALS = (
    ("Meningkatnya kualitas pelayanan keprotokolan", "Indeks kepuasan layanan protokol"),
    ("Meningkatnya kualitas materi pimpinan", "Persentase materi pimpinan yang tepat waktu"),
    ("Meningkatnya kualitas dokumentasi pimpinan", "Persentase kegiatan yang terdokumentasi"),
    ("Meningkatnya akuntabilitas kinerja biro", "Nilai SAKIP biro"),
)
PROSE = (
    "Capaian tersebut didukung oleh koordinasi yang lebih baik antara bagian dan perangkat "
    "daerah terkait, penjadwalan kegiatan yang disusun sejak awal triwulan, serta pemanfaatan "
    "aplikasi agenda pimpinan. Di sisi lain, perubahan agenda yang mendadak masih menjadi "
    "kendala karena konfirmasi dari penyelenggara sering diterima kurang dari satu hari kerja "
    "sebelum pelaksanaan. Ke depan, penyelenggara diminta menyampaikan konfirmasi "
    "selambat-lambatnya tiga hari kerja sebelumnya melalui surat elektronik. "
)


def cell(words: str, align: Align = "left", **more: int) -> Cell:
    return Cell((line(words),), align, span=more.get("span", 1), rows=more.get("rows", 1))


def figure(words: str, source: str) -> Cell:
    return Cell(((Figure(words, source),),), "right")


def prose(times: int = 1, words: str = PROSE) -> Paragraph:
    return Paragraph(line(words * times), indent=True)


def head(*titles: str) -> tuple[tuple[Cell, ...], ...]:
    return (tuple(cell(title) for title in titles),)


def measured(n: int, rows: int = 4) -> Table:
    """A table of targets and results, with the working under it."""
    return Table(
        head("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"),
        tuple(
            (
                cell(str(i + 1), "center"),
                cell(GOALS[i % 4][1]),
                cell("persen", "center"),
                figure(f"{90 + i % 7},00", f"Target!E{i + 4}"),
                figure(f"{88 + i % 9},{n % 10}5", f"Realisasi!E{i + 4}"),
                figure(f"{97 + i % 5},{n % 10}1%", "dihitung: realisasi / target × 100"),
            )
            for i in range(rows)
        ),
        (0.06, 0.4, 0.13, 0.13, 0.14, 0.14),
        caption=f"Target dan realisasi kinerja bagian ke-{n}",
        notes=(line("Cara menghitung: realisasi dibagi target dikali 100 (naik lebih baik)."),),
        key=f"capaian-{n}",
    )


def long_table(rows: int = 120) -> Table:
    return Table(
        head("No", "Uraian kegiatan", "Tanggal", "Keterangan"),
        tuple(
            (
                cell(str(i), "center"),
                cell(f"Baris ke-{i:03} awal. " + PROSE[: 40 + i * 17 % 160] + f" Akhir ke-{i:03}."),
                cell(f"{i % 28 + 1} Maret 2025"),
                cell("Selesai ✓" if i % 3 else "Berjalan"),
            )
            for i in range(1, rows + 1)
        ),
        (0.08, 0.52, 0.2, 0.2),
        caption="Daftar kegiatan yang didokumentasikan selama tahun berjalan",
    )


def wide_table(n: int, rows: int = 6) -> Table:
    """Two rows of head with merged cells, twelve columns, numbers in rupiah."""
    top = (
        cell("No", rows=2),
        cell("Sasaran Strategis", rows=2),
        cell("Indikator", rows=2),
        cell("Program dan Kegiatan", rows=2),
        cell("Triwulan", span=4),
        cell("Anggaran", span=2),
        cell("Penanggung Jawab", rows=2),
        cell("Keterangan", rows=2),
    )
    below = tuple(cell(t) for t in ("I", "II", "III", "IV", "Pagu", "Realisasi"))
    body: list[tuple[Cell, ...]] = []
    for i in range(rows):
        goal, indicator = GOALS[i % 4]
        sums = (
            figure(f"Rp{1 + i}.234.567.{n}90", "DPA!C4"),
            figure(f"Rp{1 + i}.100.000.000", "DPA!D4"),
        )
        quarters = tuple(figure(f"{20 * q + i}", f"Realisasi!{q}") for q in (1, 2, 3, 4))
        rest = (
            cell(indicator),
            cell("Program penunjang urusan pemerintahan daerah"),
            *quarters,
            *sums,
        )
        last = (cell("Bagian Protokol"), cell("Tercapai"))
        if i % 2 == 0:
            body.append((cell(str(i // 2 + 1), "center", rows=2), cell(goal, rows=2), *rest, *last))
        else:
            body.append((*rest, *last))
    return Table(
        (top, below),
        tuple(body),
        (0.03, 0.12, 0.13, 0.13, 0.05, 0.05, 0.05, 0.05, 0.1, 0.1, 0.1, 0.09),
        caption=f"Rencana aksi dan realisasi anggaran bagian ke-{n}",
        wide=True,
    )


def chart(n: int) -> Chart:
    years = ("2021", "2022", "2023", "2024", "2025")
    target = Series("Target", tuple(Decimal(80 + 2 * i) for i in range(5)))
    told = tuple(Decimal(f"{79 + 3 * i + n % 3}.{n}5") if i != 2 else None for i in range(5))
    if n % 3 == 0:
        names = tuple(indicator for _, indicator in GOALS)
        one = Series("Capaian", tuple(Decimal(f"{90 + 4 * i}.25") for i in range(4)))
        return Chart("bar", f"Capaian indikator bagian ke-{n}", names, (one,), "persen",
                     f"Grafik batang capaian bagian {n}", Decimal(100))  # fmt: skip
    kind = "line" if n % 3 == 1 else "bar"
    return Chart(
        "line" if kind == "line" else "bar",
        f"Perkembangan capaian lima tahun bagian ke-{n}",
        years, (target, Series("Realisasi", told)), "persen",
        f"Grafik perkembangan bagian {n}", Decimal(90) if kind == "bar" else None,
    )  # fmt: skip


def goal_section(n: int) -> list[Block]:
    goal, indicator = GOALS[n % 4]
    return [
        Heading(3, goal, f"{n + 1}.", f"sasaran-{n + 1}"),
        Paragraph(line("Sasaran ini diukur dengan indikator ", Text(indicator, italic=True), ":")),
        measured(n),
        prose(2),
        Heading(4, "Perbandingan dengan tahun sebelumnya", "a."),
        chart(n),
        Paragraph(line("Capaian tahun ini sebesar ", Figure("98,95 %", "dihitung: 90/95"), ".")),
        Heading(4, "Penyebab keberhasilan atau kegagalan", "b.", f"sebab-{n}"),
        Paragraph(line(Gap(f"sebab-{n}", "jelaskan penyebab dan solusi sasaran ini"))),
        Bullets((line("Koordinasi " + PROSE[:120]), line("Penguatan sumber daya.")), ordered=True),
    ]  # fmt: skip


def leader(state: str = "kosong") -> Signatures:
    electronic = state == "elektronik"
    return Signatures((
        Signature(
            "KEPALA BIRO ADMINISTRASI PIMPINAN,",
            "Drs. Budi Santoso, M.Si.",
            "Pontianak, 27 Februari 2026",
            "Pembina Utama Muda (IV/c)",
            "197001011995031001",
            "elektronik" if electronic else "kosong",
            "Sertifikat elektronik diterbitkan oleh BSrE, BSSN." if electronic else "",
            "https://contoh.go.id/periksa/abc123" if electronic else "",
        ),
    ))  # fmt: skip


def front() -> tuple[Block, ...]:
    return (
        Heading(1, "KATA PENGANTAR", key="kata-pengantar"),
        prose(2),
        prose(1),
        leader("elektronik"),
        Heading(1, "IKHTISAR EKSEKUTIF", key="ikhtisar"),
        Boxed((line("Data contoh. Angka dalam laporan ini bukan angka sebenarnya."),), "warning"),
        prose(3),
        Lists("isi", "DAFTAR ISI"),
        Lists("tabel", "DAFTAR TABEL"),
        Lists("gambar", "DAFTAR GAMBAR"),
    )


def chapters(goals: int) -> list[Block]:
    return [
        Heading(1, "PENDAHULUAN", "BAB I", "bab-1"),
        Heading(2, "Latar Belakang", "A."),
        prose(3),
        Picture(FLOW, 90, "Alur menugaskan lalu menyusun"),
        Heading(2, "Isu Strategis", "B."),
        Bullets((line("Perubahan agenda mendadak."), line("Jumlah personel terbatas."))),
        Bullets((line("Keprotokolan."), line("Materi pimpinan. " + PROSE)), letters=True),
        Heading(1, "PERENCANAAN KINERJA", "BAB II", "bab-2"),
        Heading(2, "Perjanjian Kinerja", "A."),
        Paragraph(line("Target yang diperjanjikan tercantum dalam tabel berikut:")),
        measured(90, 8),
        Heading(2, "Rencana Aksi dan Anggaran", "B."),
        Paragraph(line("Rencana aksi menurut triwulan adalah sebagai berikut:")),
        wide_table(1),
        wide_table(2, 10),
        Heading(1, "AKUNTABILITAS KINERJA", "BAB III", "bab-3"),
        Heading(2, "Capaian Kinerja", "A."),
        *[block for n in range(goals) for block in goal_section(n)],
        Heading(2, "Realisasi Anggaran", "B."),
        prose(),
        long_table(),
        Heading(1, "PENUTUP", "BAB IV", "bab-4"),
        prose(2),
        Boxed((line("Simpulan: "), line("seluruh sasaran telah diukur."))),
        PageBreak(),
        Heading(1, "PERJANJIAN KINERJA", "LAMPIRAN 1"),
        wide_table(3, 4),
        leader(),
        Heading(1, "BUKTI PENDUKUNG", "LAMPIRAN 2"),
        prose(),
    ]


def report(goals: int = 8) -> Paper:
    return Paper(
        title="Laporan Kinerja Instansi Pemerintah Tahun 2025",
        subject="Laporan kinerja tahunan",
        author="Biro Administrasi Pimpinan",
        cover=Cover(
            ("LAPORAN KINERJA", "INSTANSI PEMERINTAH", "TAHUN 2025"),
            OFFICE,
            "Pontianak, 2026",
            "Rancangan: memuat data contoh",
        ),
        front=front(),
        body=tuple(chapters(goals)),
        header="Laporan Kinerja Tahun 2025 – Biro Administrasi Pimpinan",
        footer="Dokumen ini ditandatangani secara elektronik dengan sertifikat dari BSrE.",
        keywords=("LAKIP", "2025"),
    )  # fmt: skip


def form(*pairs: tuple[str, str]) -> Table:
    rows = tuple((cell(label), cell(":"), cell(words)) for label, words in pairs)
    return Table((), rows, (0.2, 0.03, 0.77), frame=False)


def letter() -> Paper:
    return Paper(
        title="Undangan Rapat Tim Penyusun LAKIP",
        paper="f4",
        body=(
            Letterhead(OFFICE, "Jalan Ahmad Yani, Pontianak 78124 · Telepon (0561) 123456"),
            Paragraph(line("Pontianak, 12 Januari 2026"), "right"),
            form(("Nomor", "005/012/ADPIM"), ("Sifat", "Biasa"), ("Lampiran", "-"),
                 ("Hal", "Undangan Rapat Penyusunan LAKIP Tahun 2025")),
            Paragraph(()),
            Paragraph(line("Yth. Tim Penyusun LAKIP (daftar terlampir)"), "left"),
            Paragraph(line("Kami mengundang Saudara untuk hadir pada:"), indent=True),
            form(("hari, tanggal", "Kamis, 15 Januari 2026"), ("waktu", "pukul 09.00 WIB"),
                 ("tempat", "Ruang Rapat Biro"), ("acara", "Pembahasan Draft Awal LAKIP")),
            prose(1, "Atas kehadiran Saudara diucapkan terima kasih."),
            leader(),
            Paragraph(line("Tembusan:"), "left"),
            Bullets((line("Sekretaris Daerah;"), line("Asisten Administrasi Umum.")), True),
        ),
        footer="Naskah dinas ini dibuat dengan Runut.",
        show_page_numbers=False,
    )  # fmt: skip


def attendance(rows: int = 30) -> Paper:
    people = tuple(
        (cell(str(i), "center"), cell(f"Peserta Nomor {i}"), cell("19800101 200501 1 001"),
         cell("Bagian Protokol"), cell(f"{i}. ........"))
        for i in range(1, rows + 1)
    )  # fmt: skip
    both = Signatures((
        Signature("Pimpinan rapat,", "Rina Astuti, S.E.", nip="198001012005012001"),
        Signature("Notulis,", "Joko Susilo", "Pontianak, 15 Januari 2026"),
    ))  # fmt: skip
    return Paper(
        title="Daftar Hadir Rapat",
        paper="f4",
        body=(
            Heading(1, "DAFTAR HADIR", in_contents=False),
            form(("hari, tanggal", "Kamis, 15 Januari 2026"), ("acara", "Pembahasan Draft")),
            Table(head("No", "Nama", "NIP", "Jabatan", "Tanda Tangan"), people,
                  (0.07, 0.28, 0.25, 0.2, 0.2), row_mm=10),
            both,
        ),
    )  # fmt: skip
