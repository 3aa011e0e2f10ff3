"""Signatures in PDF (PAdES): making one, and judging those of others.

``sign`` signs with a certificate file, ``bsre`` by the signing service, ``token`` by PKCS#11, all
behind one interface; ``joint`` puts several on one paper; ``stamp`` and ``timestamps`` are what an
office adds. ``certificate_file`` looks into a file that a signer hands in, ``certificates`` makes
test certificates, ``scan`` looks at the scan of what was signed by hand. ``verdict`` judges a file
from outside in the guarded process, ``check`` one of our own here.
"""

PUBLIC = (
    "appending",
    "bsre",
    "certificate_file",
    "certificates",
    "check",
    "failures",
    "joint",
    "scan",
    "sign",
    "stamp",
    "timestamps",
    "token",
    "verdict",
)
