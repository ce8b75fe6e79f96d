"""The steps of the ladder on which `explainer.verify` stands."""
