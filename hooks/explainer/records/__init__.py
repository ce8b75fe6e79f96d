"""What a record is: its fields, their types and words, its address, its schema."""
