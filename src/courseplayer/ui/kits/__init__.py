"""Making kits in the window: five steps, a size meter, progress, and twenty in a row."""
