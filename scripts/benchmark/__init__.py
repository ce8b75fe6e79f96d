"""Made-up newsrooms of any size, and what commands on them cost."""
