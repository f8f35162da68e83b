"""What callers see of the SDK, kept in `tests/public_api.txt`, and what a change of it means for them."""
