"""Peringatan: what is due, told to whom it concerns, once each working morning."""
