"""One box for everything of the office: cases, papers, meetings, SOPs, people.

Found is only what the person may see; each finding says where the words stand.
"""
