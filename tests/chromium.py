"""The browser of the page tests: Debian's shell without windows where it is, a third quicker."""

import shutil

CHROMIUM = (
    shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
