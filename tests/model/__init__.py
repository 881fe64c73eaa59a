"""What holds of the scripts whatever happens in whatever order, tried in Node."""
