"""The official acts on copies for Word."""
