"""Every change of a row is in the audit chain, whoever wrote it (docs/decisions/0030).

``columns`` says what is recorded and what is not, with the reason. The compilers note which rows a
statement wrote, ``touched`` keeps them until the act is told to the chain or the transaction ends,
``states`` reads what then stands there. ``sqlite`` and ``postgresql`` are Django's own backends
with these two things added; the settings name them.
"""
