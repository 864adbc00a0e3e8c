"""How fast the layers become files, beside pyogrio writing the same frame."""
