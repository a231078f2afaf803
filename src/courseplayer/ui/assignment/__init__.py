"""The assignment: its brief beside the editor, versions, attachments, quotes and export for upload."""
