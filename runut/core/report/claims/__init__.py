"""What people say in a report, held against its figures: claims about numbers, directions,
counts, money, ranks, officials, the office and its years.

``check`` reads the words of a report; ``findings`` says what it found as findings.

How a sentence is read:

1. ``sentences`` cuts the text; ``tokens`` turns a sentence into words, names of indicators
   (``names``), numbers (``amounts``) and years, and knows where a clause ends.
2. ``signs`` finds what the words say, whatever the wording: a direction (rose, fell, the same),
   a level (reached, missed, above, below), a thing to compare with (target, end of the Renstra,
   last year, standard), a denial. The wordings are data, all in ``phrases``; what says nothing,
   hopes, or speaks of others stands in ``vocabulary``.
3. ``about`` asks of whom a sign or number speaks: the name before it with only small words
   between, the name right behind it, or that of the sentence before; also which others are named
   beside it ("baik X maupun Y"). ``unclaimed`` says what is no claim: what is hoped, disputed,
   told of another government or of a quarter.
4. Each kind of claim is judged in one module: ``ties``, ``roles`` and ``values`` (a number as
   target, result or change of its year), ``directions`` and ``standing`` (a sign against year,
   target, standard or bound), ``multiples`` (times and shares), ``counts``, ``scopes`` and
   ``everything`` (how many indicators, all, none, most), ``money`` and ``spending`` (rupiah;
   "terserap habis"), ``ranks`` (highest, category, rating), ``office``, ``people`` and ``years``
   (whose report it is, who signs it, of which year), ``copies`` (the same analysis under two
   sasaran). ``known`` holds every figure that is an indicator's own, ``book`` the year.

A claim is called false only where every fair reading of it is false: "di atas target" of an
indicator of which less is better may mean the number or the result. A sentence that is
understood but names no indicator is asked about (``asked``), and what cannot be tied for
certain is left alone.
"""

PUBLIC = ("check", "findings", "model")
