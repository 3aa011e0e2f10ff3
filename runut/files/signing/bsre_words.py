"""What the signing service says, in words that a signer can do something with."""

from typing import Final

_UNSIGNED: Final = "Naskah belum ditandatangani."
RUBBISH: Final = (
    f"Layanan BSrE menjawab dengan isi yang bukan PDF bertanda tangan. {_UNSIGNED} Ulangi; bila "
    "tetap begitu, laporkan kepada pengelola layanan."
)
CHANGED: Final = (
    f"Layanan BSrE mengubah naskah: yang dikembalikan bukan naskah yang diperiksa. {_UNSIGNED} "
    "Hasilnya tidak dipakai. Laporkan kepada pengelola layanan, atau tandatangani basah."
)
_WRONG_PASSPHRASE: Final = "2031"  # noqa: S105 - a code of the service
_BY_CODE: Final = {
    _WRONG_PASSPHRASE: f"Frasa sandi salah. {_UNSIGNED} Ketik lagi frasa sandi Saudara.",
    "2011": f"NIK Saudara belum terdaftar di BSrE. {_UNSIGNED} Daftarkan diri kepada verifikator "
    "BSrE di instansi Saudara, atau periksa NIK yang diketik.",
    "2021": f"Sertifikat Saudara di BSrE sudah berakhir. {_UNSIGNED} Perbarui dahulu.",
    "4014": f"Layanan BSrE menyatakan permintaan tidak lengkap. {_UNSIGNED} Laporkan kepada "
    "pengelola kantor: versi layanan dalam setelan mungkin keliru.",
    "4044": f"Layanan BSrE tidak lagi menyimpan berkas itu. {_UNSIGNED} Ulangi dari awal.",
}
_BY_STATUS: Final = {
    401: "Layanan BSrE menolak akun kantor",
    403: "Layanan BSrE menolak akun kantor",
    404: "Alamat layanan BSrE atau versinya keliru",
}


def wrong_passphrase(code: str) -> bool:
    return code == _WRONG_PASSPHRASE


def words_of_error(status: int, code: str) -> str:
    """The sentence for an answer that is an error; codes that we do not know are named."""
    if code in _BY_CODE:
        return _BY_CODE[code]
    if status in _BY_STATUS:
        return f"{_BY_STATUS[status]}. {_UNSIGNED} Minta pengelola kantor memeriksa setelannya."
    named = code if code.isdecimal() and len(code) < 7 else str(status)
    return (
        f"Layanan BSrE menjawab dengan kesalahan {named}. {_UNSIGNED} Ulangi beberapa saat lagi; "
        "bila tetap begitu, sebutkan nomor itu kepada pengelola layanan."
    )


def no_answer(*, is_late: bool) -> str:
    what = "tidak menjawab pada waktunya" if is_late else "tidak memberi jawaban yang utuh"
    return (
        f"Layanan BSrE {what}. Naskah di sini belum ditandatangani. Ulangi beberapa saat lagi: "
        "naskah yang sama dapat diminta lagi tanpa ditandatangani dua kali di sini."
    )


def status_words(*, is_active: bool) -> str:
    if is_active:
        return "Layanan menjawab, dan sertifikat orang itu aktif."
    return "Layanan menjawab, tetapi sertifikat orang itu tidak aktif atau NIK-nya belum terdaftar."
