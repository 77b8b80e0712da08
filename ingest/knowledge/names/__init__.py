"""Finding names: of programmes, clusters, places, organisations and themes."""
