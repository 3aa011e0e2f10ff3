"""PostgreSQL as Django knows it, with every written row noted."""
