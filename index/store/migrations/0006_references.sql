-- A department's own reference finds its document; spaces and case do not count.

CREATE INDEX documents_kenmerk ON documents (lower(replace(json_extract(evidence, '$.kenmerk[0][0]'), ' ', '')));
