"""What a trainer hands out: programs and courses put together into sticks, packages and archives."""
