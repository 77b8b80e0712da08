"""What is shown of a passage: its sentences that answer, and where it stands."""
