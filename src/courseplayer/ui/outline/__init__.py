"""The list of weeks, activities and steps beside every page of a course."""
