"""The filtered layers as files: one module a format."""
