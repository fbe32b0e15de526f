"""What the server does while no reader waits: get ready, and tidy up."""
