"""Text is writable, frozen, closed; one code; the signer's block; the panel of a check."""
