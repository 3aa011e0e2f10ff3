"""The Perjanjian Kinerja of the office: entered, frozen with its hash, signed by two parties,
revised with its lawful ground (docs/decisions/0020-figures-are-seen-before-they-count.md).

What a report may say of it is answered by ``queries.sesuai_of``.
"""

PUBLIC = ("actions", "models", "queries")
