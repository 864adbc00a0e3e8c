"""Claims of sentences: who does what where, as the grammar of a sentence says it."""
