"""What may reach a reader's browser: addresses, drawings, files, markup, the policy over all of it."""
