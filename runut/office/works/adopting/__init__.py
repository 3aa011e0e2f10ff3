"""Adopting an SOP: its owner confirms who does each step, and which kind of work each is."""
