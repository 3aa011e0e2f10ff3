"""Coming in and going out: login, own password."""
