"""What a clinician writes in content/, one model per kind of record."""
