"""Every file of the corpus that is an SOP."""
