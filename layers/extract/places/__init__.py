"""Names in the text: where they stand, what they name, and which place that is."""
