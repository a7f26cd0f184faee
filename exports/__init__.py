"""What leaves the program as a picture or a table; drawn from values, knows no dialogue."""
