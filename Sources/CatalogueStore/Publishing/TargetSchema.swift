/// Tables of plans, what officials enter, and figures kept day by day.
enum TargetSchema {
    static let create = """
        -- Plans as data (Corpus/Plans): the text they were read from.
        CREATE TABLE plan (
            plan       TEXT    PRIMARY KEY,
            yaml       TEXT    NOT NULL,
            importedAt INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What officials report: entered by one person, confirmed by another; withdrawn, never removed.
        CREATE TABLE targetObservation (
            observation INTEGER PRIMARY KEY AUTOINCREMENT,
            plan        TEXT    NOT NULL,
            target      TEXT    NOT NULL,
            territory   TEXT    NOT NULL,
            numerator   INTEGER NOT NULL CHECK (numerator >= 0),
            denominator INTEGER NOT NULL CHECK (denominator > 0),
            day         TEXT    NOT NULL,        -- the day it is true of
            source      TEXT    NOT NULL CHECK (source <> ''),
            note        TEXT,
            enteredAt   INTEGER NOT NULL,
            enteredBy   TEXT    NOT NULL,
            confirmedAt INTEGER,
            confirmedBy TEXT CHECK (confirmedBy <> enteredBy),
            withdrawnAt INTEGER,
            withdrawnBy TEXT,
            withdrawnWhy TEXT
        ) STRICT;
        CREATE INDEX targetObservationByTarget ON targetObservation (plan, target, territory, day);

        -- Figures as they stood on a day, with the list behind each: the same question asked later gets the same answer.
        CREATE TABLE targetFigure (
            day    TEXT NOT NULL,
            plan   TEXT NOT NULL,
            target TEXT NOT NULL,
            figure TEXT NOT NULL,                -- JSON of Figure
            hash   TEXT NOT NULL,
            PRIMARY KEY (day, plan, target)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX targetFigureByTarget ON targetFigure (plan, target, day);

        -- Difficulties officials note for the next report.
        CREATE TABLE targetDifficulty (
            difficulty INTEGER PRIMARY KEY AUTOINCREMENT,
            plan       TEXT    NOT NULL,
            territory  TEXT    NOT NULL,
            text       TEXT    NOT NULL CHECK (text <> ''),
            day        TEXT    NOT NULL,
            notedBy    TEXT    NOT NULL
        ) STRICT;

        -- Clauses of the plan and what serves them (Corpus/Plans): one text.
        CREATE TABLE planCoverage (
            one        INTEGER PRIMARY KEY CHECK (one = 1),
            text       TEXT    NOT NULL,
            importedAt INTEGER NOT NULL
        ) STRICT;

        -- Registers as they stood when somebody named them.
        CREATE TABLE registerSnapshot (
            name         TEXT    PRIMARY KEY,
            takenAt      INTEGER NOT NULL,
            takenBy      TEXT    NOT NULL,
            hash         TEXT    NOT NULL,
            institutions TEXT    NOT NULL,       -- CSV
            territories  TEXT    NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
