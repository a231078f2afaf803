"""What a stick holds besides courses: signs of viruses and broken copies, found without running anything."""
