"""What is shown in a room: views in an order, each with its finding."""
