"""Signatures in PDF (PAdES): making one, and judging those of others.

``sign`` signs with a key; ``certificates`` makes the test certificates of an example office;
``verdict`` judges a file from outside in the guarded process, ``check`` one of our own here.
"""

PUBLIC = ("certificates", "check", "sign", "verdict")
