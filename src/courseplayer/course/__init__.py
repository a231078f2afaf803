"""What a course is and its rules: plain values without files, SQL or Qt."""
