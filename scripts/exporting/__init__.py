"""The site as a project for other builders: documents with front matter, and the settings they read."""
