"""Click parameter types: text becomes a value, or one sentence that says what would have been right."""
