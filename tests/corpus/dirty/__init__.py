"""A dirty corpus: clean definitions, spoilt by seeded operators the way offices spoil them."""
