"""What leaves: documents and packets made from drafts."""
