"""The pages of packs: for who keeps the figures, and for whoever has the link of one."""
