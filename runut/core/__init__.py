"""The rules of Runut: no clock, disk, network or randomness; time is a parameter called ``now``.

From below: ``words``, ``trust``, ``calendar``, ``sop``, ``case`` and ``kinerja``, ``report``.
"""
