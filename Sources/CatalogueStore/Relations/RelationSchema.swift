/// The table of relations between resources, and what records state already.
enum RelationSchema {
    static let create = """
        -- Relations outlive the rows of resources: both ends are identifiers.
        CREATE TABLE resourceRelation (
            subject  TEXT    NOT NULL,
            kind     TEXT    NOT NULL
                CHECK (kind IN ('partOf', 'versionOf', 'translationOf', 'basedOn', 'prerequisite')),
            target   TEXT    NOT NULL,                -- an identifier, or one spelling of the address
            address  TEXT,                            -- as stated; NULL where the target is an identifier
            resolved TEXT,                            -- the resource the target is; NULL where there is none
            origin   TEXT    NOT NULL CHECK (origin IN ('record', 'hand')),
            setAt    INTEGER NOT NULL,                -- seconds since 1970
            setBy    TEXT    NOT NULL CHECK (setBy <> ''),
            note     TEXT,
            circle   TEXT,                            -- JSON list of identifiers, where the relation would close one
            PRIMARY KEY (subject, kind, target, origin)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX resourceRelationByTarget ON resourceRelation (target);
        CREATE INDEX resourceRelationByResolved ON resourceRelation (resolved) WHERE resolved IS NOT NULL;
        CREATE INDEX resourceRelationInCircle ON resourceRelation (kind) WHERE circle IS NOT NULL;

        -- What records of before this table state; their next change puts the spellings right.
        INSERT OR IGNORE INTO resourceRelation (subject, kind, target, address, resolved, origin, setAt, setBy)
        SELECT r.id, 'basedOn', v.value, v.value,
            (SELECT t.id FROM learningResource t
             WHERE t.record ->> '$.url' = v.value AND t.withdrawnAt IS NULL AND t.id <> r.id ORDER BY t.id LIMIT 1),
            'record', r.changedAt, r.publisher
        FROM learningResource r, json_each(r.record, '$.basedOn') v;

        INSERT OR IGNORE INTO resourceRelation (subject, kind, target, address, resolved, origin, setAt, setBy)
        SELECT r.id, 'translationOf', v.value, v.value,
            (SELECT t.id FROM learningResource t
             WHERE t.record ->> '$.url' = v.value AND t.withdrawnAt IS NULL AND t.id <> r.id ORDER BY t.id LIMIT 1),
            'record', r.changedAt, r.publisher
        FROM learningResource r, json_each(r.record, '$.translationOf') v;
        """
}
