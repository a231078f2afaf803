"""What the learner does and owns: profiles, progress and drafts in learner.db."""
