"""Copies the SDK into another codebase: `python -m highlevel_vendor DEST NAME`."""
