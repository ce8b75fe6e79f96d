"""A source's bytes -> its text: plain, Markdown, HTML."""
