"""From a checked library to a published folder: staging and the swap."""
