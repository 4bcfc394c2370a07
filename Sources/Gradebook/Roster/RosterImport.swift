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
    /// Who is enrolled and not on this roster.
    public var absent: [Enrolment] = []
    /// What was recorded, or would be.
    public var records: [Enrolment] = []
}

/// What taking one roster or several into a gradebook comes to.
public struct RosterImports: Hashable, Sendable {
    /// What came of each of them, in their order.
    public var each: [RosterImport] = []
    /// Who is enrolled and on none of them.
    public var absent: [Enrolment] = []
    /// Who has left the class by this, or would have.
    public var left: [Enrolment] = []

    /// What was recorded, or would be.
    public var records: [Enrolment] { each.flatMap(\.records) + left }
}

extension GradebookStore {
    /// Takes rosters one after the other, in one transaction; what is known already is not recorded again.
    ///
    /// Somebody is recognised by an ID that lasts, then by the name by which results know them, then by the address.
    /// Where a roster has another such name for somebody, the known one stays and the other one means them too.
    /// If they are complete, who is on none of them has left. `moment` is when the rosters say so; where the clock went
    /// back, right after what was said last.
    public func importRosters(
        _ rosters: [Roster], _ options: RosterImport.Options = .init(), at moment: Timestamp = .now
    ) throws(GradebookError) -> RosterImports {
        if rosters.contains(where: { $0.rows.contains { !Self.isName($0.learner) } }) { throw .invalid(.learner) }
        return try connection.transaction(options.isTrial ? .reading : .writing) { () throws(GradebookError) in
            var imports = RosterImports()
            var known = try enrolments()
            var spellings = try learners()
            var present: Set<String> = []
            for roster in rosters {
                var matching = RosterMatching(known: known, spellings: spellings, options, moment)
                for row in roster.rows { matching.take(row) }
                let taken = matching.finish()
                // The next roster comes after what this one says.
                known = Self.updated(known, with: taken.records)
                spellings += taken.added.map(\.learner)
                present.formUnion(matching.presentLearners)
                imports.each.append(taken)
            }
            imports.absent = known.filter {
                $0.isActive && !present.contains($0.learner) && options.concerns($0)
            }
            if options.isComplete { imports.left = imports.absent.map { $0.gone(at: moment) } }
            if !options.isTrial { try record(inTransaction: imports.records) }
            return imports
        }
    }

    private static func updated(_ known: [Enrolment], with records: [Enrolment]) -> [Enrolment] {
        var places = Dictionary(known.enumerated().map { ($1.learner, $0) }) { first, _ in first }
        var known = known
        for record in records {
            if let place = places[record.learner] {
                known[place] = record
            } else {
                places[record.learner] = known.count
                known.append(record)
            }
        }
        return known
    }
}

extension RosterImport.Options {
    /// Whether somebody can be missing on a roster: where it is that of a section, only who is in it.
    func concerns(_ enrolment: Enrolment) -> Bool { section == nil || enrolment.section == section }
}

extension Enrolment {
    /// The same learner, who belongs to the class no more.
    func gone(at moment: Timestamp) -> Enrolment {
        var gone = self
        gone.isActive = false
        // A clock that went back must not make what is said now older than what was said before.
        gone.decided = max(moment, Timestamp(milliseconds: decided.milliseconds + 1))
        return gone
    }
}
