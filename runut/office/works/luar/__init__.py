"""Actors of an SOP who do not work in the office: somebody who deals with them writes down what
they send or receive. They need no login; the person who writes holds the step in their place."""
