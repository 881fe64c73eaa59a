"""The scripts in Node: what they decide and make, without a browser."""
