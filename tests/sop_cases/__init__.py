"""Small files on which the reader was wrong once, each for a kind, with the right value."""
