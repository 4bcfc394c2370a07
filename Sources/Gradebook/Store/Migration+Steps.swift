// SPDX-License-Identifier: MIT
internal import SQLStorage

extension Migration {
    /// All steps, in their order; older ones never change.
    static var all: [Migration] {
        [
            Migration("log", sql: log),
            Migration("results", sql: results),
            Migration("decisions", sql: decisions),
            Migration("append only", sql: protected.map(appendOnly).joined(separator: "\n")),
        ]
    }

    private static let protected = [
        "entry", "hand_in", "result", "check_result", "evidence", "decision", "enrolment",
    ]

    // One chain for each device; `content` is the hash of the row that an entry tells of. Kinds: see RecordKind.
    private static let log = """
        CREATE TABLE device (
            device TEXT PRIMARY KEY,
            head_number INTEGER NOT NULL CHECK (head_number >= 0),
            head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
            head_recorded INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE owner (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            device TEXT REFERENCES device (device),
            home TEXT NOT NULL
        ) STRICT;
        INSERT INTO owner VALUES (1, NULL, '');

        CREATE TABLE entry (
            device TEXT NOT NULL REFERENCES device (device) DEFERRABLE INITIALLY DEFERRED,
            number INTEGER NOT NULL CHECK (number > 0),
            recorded INTEGER NOT NULL,
            kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
            content BLOB NOT NULL CHECK (length(content) = 32),
            previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (device, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_by_content ON entry (content, recorded);
        """

    // Moments are milliseconds since 1970 in UTC, points thousandths, lists JSON. Names are compared by their bytes.
    private static let results = """
        CREATE TABLE learner (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE exercise (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE message (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE submission (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            exercise INTEGER NOT NULL REFERENCES exercise (id),
            hash TEXT NOT NULL,
            UNIQUE (learner, exercise, hash)
        ) STRICT;
        CREATE INDEX submission_by_exercise ON submission (exercise, learner);

        CREATE TABLE hand_in (
            id INTEGER PRIMARY KEY,
            submission INTEGER NOT NULL REFERENCES submission (id),
            path TEXT NOT NULL,
            submitted INTEGER,
            content BLOB NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX hand_in_by_submission ON hand_in (submission);

        CREATE TABLE result (
            id INTEGER PRIMARY KEY,
            submission INTEGER NOT NULL REFERENCES submission (id),
            exercise_hash TEXT NOT NULL,
            engine TEXT NOT NULL,
            title TEXT NOT NULL,
            status TEXT NOT NULL,
            words TEXT,
            number INTEGER,
            file TEXT,
            line INTEGER,
            "column" INTEGER,
            earned INTEGER NOT NULL,
            possible INTEGER NOT NULL,
            has_passed INTEGER NOT NULL CHECK (has_passed IN (0, 1)),
            is_known INTEGER NOT NULL CHECK (is_known IN (0, 1)),
            content BLOB NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX result_by_submission ON result (submission);

        -- A check as results name it; of one exercise there may be several versions.
        CREATE TABLE check_definition (
            id INTEGER PRIMARY KEY,
            exercise INTEGER NOT NULL REFERENCES exercise (id),
            name TEXT NOT NULL,
            possible INTEGER NOT NULL,
            is_extra INTEGER NOT NULL CHECK (is_extra IN (0, 1)),
            is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
            UNIQUE (exercise, name, possible, is_extra, is_hidden)
        ) STRICT;

        -- Outcomes: 0 passed, 1 failed, 2 skipped, 3 stopped, 4 error. The message is the failure's, the name of the
        -- check that is needed, the name of the reason to stop, or what went wrong.
        CREATE TABLE check_result (
            result INTEGER NOT NULL REFERENCES result (id),
            position INTEGER NOT NULL,
            definition INTEGER NOT NULL REFERENCES check_definition (id),
            outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 4),
            earned INTEGER NOT NULL,
            message INTEGER REFERENCES message (id),
            PRIMARY KEY (result, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX check_result_by_definition ON check_result (definition, outcome);

        -- What a check left behind beside its outcome; only where there is something.
        CREATE TABLE evidence (
            result INTEGER NOT NULL,
            position INTEGER NOT NULL,
            details TEXT NOT NULL,
            file TEXT,
            line INTEGER,
            "column" INTEGER,
            nanoseconds INTEGER,
            token TEXT,
            reason TEXT,
            output TEXT NOT NULL,
            timeline TEXT NOT NULL,
            PRIMARY KEY (result, position),
            FOREIGN KEY (result, position) REFERENCES check_result (result, position)
        ) STRICT, WITHOUT ROWID;

        -- Which result of a submission counts: the one that was recorded last. Worked out from the log.
        CREATE TABLE standing (
            submission INTEGER PRIMARY KEY REFERENCES submission (id),
            result INTEGER NOT NULL REFERENCES result (id),
            recorded INTEGER NOT NULL
        ) STRICT;
        """

    // Of several about one learner and exercise the one that was decided last counts.
    private static let decisions = """
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            exercise INTEGER NOT NULL REFERENCES exercise (id),
            kind TEXT NOT NULL CHECK (kind IN ('points', 'excused', 'withdrawn')),
            points INTEGER CHECK ((points IS NULL) = (kind != 'points')),
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            decided INTEGER NOT NULL,
            content BLOB NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX decision_by_subject ON decision (learner, exercise, decided);

        CREATE TABLE enrolment (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            section TEXT,
            full_name TEXT,
            email TEXT,
            roster_ids TEXT NOT NULL,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
            decided INTEGER NOT NULL,
            content BLOB NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX enrolment_by_learner ON enrolment (learner, decided);
        """

    private static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_is_never_changed BEFORE UPDATE ON \(table) BEGIN
            SELECT RAISE(ABORT, 'records are never changed');
        END;
        CREATE TRIGGER \(table)_is_never_deleted BEFORE DELETE ON \(table) BEGIN
            SELECT RAISE(ABORT, 'records are never deleted');
        END;
        """
    }
}
