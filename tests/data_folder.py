"""Loaded before Django: every test process gets a data folder of its own.

Named in ``addopts``, because settings are read before any conftest.
"""

import os
import tempfile
from pathlib import Path

os.environ["RUNUT_DATA"] = tempfile.mkdtemp(prefix="runut-uji-")
os.environ["RUNUT_URL"] = "http://127.0.0.1:8000"
if socket := os.environ.get("RUNUT_UJI_POSTGRES"):
    os.environ["RUNUT_DATABASE"] = f"postgresql://uji@/uji?host={socket}"
(Path(os.environ["RUNUT_DATA"]) / "statis").mkdir()
