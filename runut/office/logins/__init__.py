"""How people come in beyond their password: the second step, sessions, and tries that were wrong.

``factor`` knows the secret of an app and judges a code, ``passkeys`` the answer of a passkey;
``second`` says who has a second step at all, ``actions`` set one up and take it off. ``provider``
lets in whom the office's provider of logins vouches for. ``tries`` slows down who guesses,
``failures`` tells who keeps the office of them. ``sessions`` knows where people are in. The pages
stand in ``entry`` and ``kantor``; who keeps the office takes the second step of somebody else off
in ``personnel``.
"""
