"""Reading a plan as it is handed over, and its reviewed YAML."""
