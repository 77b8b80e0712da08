"""Learning the linear map."""
