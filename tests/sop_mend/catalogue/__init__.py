"""An example for each finding: one clean SOP, and what to break in it to raise the finding."""
