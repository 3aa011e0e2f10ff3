"""The acts of setting signing up; each is one function here, and a line in the chain."""
