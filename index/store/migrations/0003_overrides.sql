-- Sidecars and manifests: a change in one of them alone renews the documents that it is about.

ALTER TABLE sources ADD COLUMN overrides TEXT NOT NULL DEFAULT '';     -- digest of what was said of the file
ALTER TABLE documents ADD COLUMN overrides TEXT NOT NULL DEFAULT '';   -- digest of what its metadata were stored with
