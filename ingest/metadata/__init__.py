"""What a document says about itself, each statement with its evidence."""
