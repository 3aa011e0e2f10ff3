"""The law of the printed row: what is read back from the written files must follow from itself."""
