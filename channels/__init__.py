"""Chat platforms: each module turns a platform's updates into Inbound and sends Messages."""
