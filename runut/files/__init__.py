"""Files in and out: what comes from outside is read behind a guard, what leaves is drawn here.

Libraries yes, Django no. Each folder has a door: its ``PUBLIC`` names the modules that others may
call. Here stand what all formats share: geometry, the typeface, names of BPMN, the store by hash;
and ``asking``, one question to a service over HTTP.
"""

PUBLIC = ("asking", "bpmn_names", "geometry", "store", "typeface")
