"""The register of people: entered, changed, let in, and what they are trained for."""
