"""The core: records in, pages and data out. Imports nothing of MkDocs."""
