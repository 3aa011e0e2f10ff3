"""Starting an adopted SOP: who plays its roles, and for a report its year."""
