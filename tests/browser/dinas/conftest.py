"""What the collector of tests leaves alone here."""

collect_ignore = ["waktu"]
"""Its ``sitecustomize`` is for the served office only: a folder that is collected without being a
package goes on the path of this process, and from there to every process that it starts."""
