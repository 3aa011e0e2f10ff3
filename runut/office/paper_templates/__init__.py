"""Templates that the office laid out in Word: kept by version, looked at, chosen, drawn from.

``drawing`` makes the files of a paper by the version that is in use, else by our own layout;
``actions`` are the acts; ``queries`` says by what a paper was made.
"""
