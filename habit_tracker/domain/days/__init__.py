"""Days: the calendar, exact local time, plans, time off, and the date that a traveller loses."""
