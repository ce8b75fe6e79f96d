"""What the preview shows beside the site."""
