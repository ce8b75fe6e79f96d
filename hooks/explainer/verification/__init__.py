"""Is this quotation in its source? The ladder, its steps, and the nearest passage where it is not."""
