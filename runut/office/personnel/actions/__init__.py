"""The acts on the register of people. Only who keeps the office may do them."""

PUBLIC = ("codes", "importing", "posts", "qualifying", "register", "rights", "units")
