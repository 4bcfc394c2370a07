// SPDX-License-Identifier: MIT
internal import SQLStorage

extension Migration {
    /// All steps, in their order.
    static var all: [Migration] {
        [
            Migration("attempts", sql: attempts),
            Migration("places and states", sql: places),
            Migration("summaries", sql: summaries),
        ]
    }

    // The log. Moments are milliseconds since 1970 in UTC, points thousandths, lists JSON.
    private static let attempts = """
        CREATE TABLE device (
            device TEXT PRIMARY KEY,
            head_number INTEGER NOT NULL CHECK (head_number >= 0),
            head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
            head_recorded INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            device TEXT NOT NULL REFERENCES device (device) DEFERRABLE INITIALLY DEFERRED,
            number INTEGER NOT NULL CHECK (number > 0),
            recorded INTEGER NOT NULL,
            course TEXT NOT NULL,
            course_version TEXT NOT NULL,
            exercise TEXT NOT NULL,
            variant TEXT NOT NULL,
            kind TEXT NOT NULL,
            answer TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('passed', 'failed', 'partial')),
            earned INTEGER NOT NULL,
            possible INTEGER NOT NULL,
            checks TEXT NOT NULL,
            hints INTEGER NOT NULL,
            duration INTEGER NOT NULL,
            concepts TEXT NOT NULL,
            misconceptions TEXT NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER NOT NULL,
            utc_offset INTEGER NOT NULL,
            app_version TEXT NOT NULL,
            previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            UNIQUE (device, number)
        ) STRICT;

        CREATE INDEX attempt_by_time ON attempt (recorded, device, number);
        CREATE INDEX attempt_by_exercise ON attempt (course, exercise, recorded, device, number);

        CREATE TRIGGER attempt_is_never_changed BEFORE UPDATE ON attempt BEGIN
            SELECT RAISE(ABORT, 'attempts are never changed');
        END;
        CREATE TRIGGER attempt_is_never_deleted BEFORE DELETE ON attempt BEGIN
            SELECT RAISE(ABORT, 'attempts are never deleted');
        END;
        """

    // What is overwritten as the learner goes on; of two the later counts.
    private static let places = """
        CREATE TABLE owner (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            device TEXT REFERENCES device (device),
            home TEXT NOT NULL,
            name TEXT,
            named INTEGER NOT NULL
        ) STRICT;
        INSERT INTO owner VALUES (1, NULL, '', NULL, 0);

        CREATE TABLE lesson_position (
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            course_version TEXT NOT NULL,
            block INTEGER NOT NULL,
            state TEXT NOT NULL,
            is_finished INTEGER NOT NULL CHECK (is_finished IN (0, 1)),
            updated INTEGER NOT NULL,
            PRIMARY KEY (course, lesson)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE exercise_state (
            course TEXT NOT NULL,
            exercise TEXT NOT NULL,
            started INTEGER,
            hint_level INTEGER NOT NULL CHECK (hint_level >= 0),
            updated INTEGER NOT NULL,
            PRIMARY KEY (course, exercise)
        ) STRICT, WITHOUT ROWID;
        """

    // What the log adds up to, so that nobody has to read all of it. It can be made anew from the log.
    private static let summaries = """
        CREATE TABLE exercise_summary (
            course TEXT NOT NULL,
            exercise TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            passes INTEGER NOT NULL,
            first_passed INTEGER,
            best_earned INTEGER NOT NULL,
            best_possible INTEGER NOT NULL,
            hints INTEGER NOT NULL,
            duration INTEGER NOT NULL,
            last_verdict TEXT NOT NULL,
            last_ended INTEGER NOT NULL,
            last_recorded INTEGER NOT NULL,
            last_device TEXT NOT NULL,
            last_number INTEGER NOT NULL,
            PRIMARY KEY (course, exercise)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE exercise_concept (
            course TEXT NOT NULL,
            concept TEXT NOT NULL,
            exercise TEXT NOT NULL,
            PRIMARY KEY (course, concept, exercise)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE concept_summary (
            course TEXT NOT NULL,
            concept TEXT NOT NULL,
            rights INTEGER NOT NULL,
            wrongs INTEGER NOT NULL,
            box INTEGER NOT NULL,
            boxed INTEGER NOT NULL,
            last_ended INTEGER NOT NULL,
            last_recorded INTEGER NOT NULL,
            last_device TEXT NOT NULL,
            last_number INTEGER NOT NULL,
            PRIMARY KEY (course, concept)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE misconception_summary (
            course TEXT NOT NULL,
            misconception TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            first_ended INTEGER NOT NULL,
            last_ended INTEGER NOT NULL,
            last_exercise TEXT NOT NULL,
            last_recorded INTEGER NOT NULL,
            last_device TEXT NOT NULL,
            last_number INTEGER NOT NULL,
            PRIMARY KEY (course, misconception)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE day_summary (
            day INTEGER PRIMARY KEY,
            attempts INTEGER NOT NULL,
            passes INTEGER NOT NULL,
            duration INTEGER NOT NULL
        ) STRICT;
        """
}
