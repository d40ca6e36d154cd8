"""History: every change, recorded with what was there before, so that it can be taken back."""
