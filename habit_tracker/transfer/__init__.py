"""What goes out and comes in: export and import."""
