"""Setting up and keeping an office in the browser: its first page, its settings, what it lacks.

``sections`` names the steps of setting up, ``actions`` change what an office tells of itself,
``lacks`` says what will be missing later. Below this room others ask ``office.lacks`` for that.
"""
