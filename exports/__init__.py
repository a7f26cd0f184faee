"""Files for people: charts, workbooks, documents."""
