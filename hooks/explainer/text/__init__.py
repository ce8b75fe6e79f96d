"""Characters, encodings and numbers, as any text holds them, and values as spreadsheets read them."""
