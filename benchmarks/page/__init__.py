"""The map page beside the naive way: a folium map rebuilt at each change."""
