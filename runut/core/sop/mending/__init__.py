"""Repairs of an SOP: proposals that take one finding away, and the difference they make."""

PUBLIC = ("difference", "model", "repairs")
