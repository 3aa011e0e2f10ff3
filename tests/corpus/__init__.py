"""Evidence for reading SOP files: made by means that share no code with our readers and writers."""
