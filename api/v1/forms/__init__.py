"""The forms of what the API takes and gives, for validation and OpenAPI. They only grow."""
