"""Which passages come, and in which order: candidates, weights, fusion, choice."""
