"""The checks that `explainer.rules` runs, a module for each concern."""
