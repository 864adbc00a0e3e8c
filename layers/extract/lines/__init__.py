"""Claims of lists and tables: lines that say by their layout what no verb says."""
