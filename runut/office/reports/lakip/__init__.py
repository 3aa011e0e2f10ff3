"""LAKIP: the yearly performance report by PermenPANRB 53/2014."""
