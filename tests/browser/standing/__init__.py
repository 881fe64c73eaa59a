"""Tests of where a person stands: what is kept, restored, erased and resumed."""
