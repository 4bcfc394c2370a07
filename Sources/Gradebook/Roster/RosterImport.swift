// SPDX-License-Identifier: MIT
public import CivilTime
internal import SQLStorage

/// What taking a roster into a gradebook comes to.
public struct RosterImport: Hashable, Sendable {
    /// What a roster says anew of somebody who was enrolled before.
    public enum Change: Hashable, Sendable {
        /// The section.
        case section(from: String?, to: String?)
        /// The name that people use.
        case fullName(from: String?, to: String?)
        /// Where to write to.
        case email(from: String?, to: String?)
        /// An ID; nil where there was none.
        case id(RosterID.System, from: String?, to: String)
        /// Another name under which results know the learner.
        case otherName(String)
        /// They belong to the class again.
        case returned
    }

    /// Somebody of whom a roster says something else than was known.
    public struct Update: Hashable, Sendable {
        /// What holds now.
        public var enrolment: Enrolment
        /// What is new in it.
        public var changes: [Change]
    }

    /// How a roster is taken.
    public struct Options: Hashable, Sendable {
        /// The section of learners of whom the roster names none.
        public var section: String?
        /// Whether everybody is on it, of the section if there is one: who is not has left the class.
        public var isComplete: Bool
        /// Whether what comes of it is found out, and nothing kept.
        public var isTrial: Bool

        /// Says how.
        public init(section: String? = nil, isComplete: Bool = false, isTrial: Bool = false) {
            self.section = section
            self.isComplete = isComplete
            self.isTrial = isTrial
        }
    }

    /// Who is new, in the order of the roster.
    public var added: [Enrolment] = []
    /// Of whom the roster says something else than was known.
    public var changed: [Update] = []
    /// Of how many it says what was known.
    public var unchanged = 0
    /// Who is enrolled and not on the roster.
    public var absent: [Enrolment] = []
    /// What was recorded, or would be.
    public var records: [Enrolment] = []
}

extension GradebookStore {
    /// Takes a roster, in one transaction; what is known already is not recorded again.
    ///
    /// Somebody is recognised by an ID that lasts, then by the name by which results know them, then by the address.
    /// Where the roster has another such name for somebody, the known one stays and the other one means them too.
    /// `moment` is when the roster says so; where the clock went back, right after what was said last.
    public func importRoster(
        _ roster: Roster, _ options: RosterImport.Options = .init(), at moment: Timestamp = .now
    ) throws(GradebookError) -> RosterImport {
        if roster.rows.contains(where: { !Self.isName($0.learner) }) { throw .invalid(.learner) }
        return try connection.transaction(options.isTrial ? .reading : .writing) { () throws(GradebookError) in
            var matching = RosterMatching(known: try enrolments(), spellings: try learners(), options, moment)
            for row in roster.rows { matching.take(row) }
            let outcome = matching.finish()
            if !options.isTrial { try record(inTransaction: outcome.records) }
            return outcome
        }
    }
}
