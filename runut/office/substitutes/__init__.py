"""Who is away and who stands in for him; who leaves, and to whom goes what he holds.

``acts`` records a substitution and ends it, ``leaving`` hands over everything that somebody holds,
``lacks`` says which role of an SOP nobody can play now. What a substitution does within a case is
a rule of the case (``core.case``); this room carries it to every case that it concerns.
"""
