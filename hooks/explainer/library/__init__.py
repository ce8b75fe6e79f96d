"""All records, checked, and the questions that pages and data ask of them."""
