"""Why a passage was found: which words matched and how, told in Dutch."""
