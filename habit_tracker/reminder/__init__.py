"""The background process: it asks the domain what to do now, and does it."""
