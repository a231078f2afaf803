"""Everything that is kept about a learner: seen, exported, deleted."""
