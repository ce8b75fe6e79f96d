"""From a checked library to a published folder: staging, the last check, the swap."""
