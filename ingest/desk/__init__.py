"""The review desk's document and what can be done to it. Pure: no Django, no database."""
