"""Whether a folder can hold copies of the office: there, ours to write, and not the data itself."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings


def folder_fault(told: str) -> str:
    """Why copies cannot lie in this folder, "" if they can. Nothing is left in it."""
    folder = Path(told)
    if not folder.is_absolute():
        return "Tulis alamat folder yang lengkap, misalnya /mnt/cadangan/runut."
    data = Path(settings.DATA_DIR).resolve()
    try:
        resolved = folder.resolve()
        if resolved == data or data in resolved.parents:
            return "Folder ini di dalam data kantor sendiri; cadangan di situ ikut hilang."
        if not folder.exists():
            return "Folder ini belum ada di komputer yang menjalankan Runut. Buat dahulu."
        if not folder.is_dir():
            return "Ini berkas, bukan folder."
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"runut")
    except OSError:
        return "Folder ini tidak dapat ditulisi oleh Runut. Periksa izinnya."
    return ""


def about_folder(told: str) -> str:
    """What is to be known of a folder that is set: whether it still serves, how much fits in."""
    if fault := folder_fault(told):
        return fault
    folder = Path(told)
    free = shutil.disk_usage(folder).free // (1 << 30)
    words = f"Folder dapat ditulisi; ruang kosong {free} GB."
    if folder.stat().st_dev == Path(settings.DATA_DIR).stat().st_dev:
        words += " Cakramnya sama dengan data kantor: bila cakram itu rusak, keduanya hilang."
    return words
