"""SQLite: one module a subject, SQL by hand in queries/, plain migrations."""
