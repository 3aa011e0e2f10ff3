"""Making an office: its file checked whole, then office, people and chain in one transaction."""
