"""Every address of the product, one subject after another."""

urlpatterns: list[object] = []
