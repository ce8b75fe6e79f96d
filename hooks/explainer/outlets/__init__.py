"""What `explainer.data` publishes beside the pages: feeds, citations, cards, search and more."""
