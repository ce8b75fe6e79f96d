"""What the readers of articles are made of: HTML, Markdown, characters."""
