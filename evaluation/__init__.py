"""How well questions and reports are read: predictions by the chat's own code, and their scores."""
