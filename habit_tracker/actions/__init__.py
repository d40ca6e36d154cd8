"""What a person or the reminder does: one function an act, one transaction, one line in the history."""
