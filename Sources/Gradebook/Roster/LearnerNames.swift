// SPDX-License-Identifier: MIT
internal import SQLStorage

/// Which names mean one learner.
///
/// Names that Unicode takes for the same are one (canonical equivalence, UAX #15): a file system may have written
/// `Zoë` in another way than the roster. So are those that an enrolment lists as other names, unless somebody else is
/// enrolled by that name or two learners list it.
public struct LearnerNames: Sendable {
    /// Every learner of whom something is recorded, by the bytes of their names.
    public let learners: [String]
    // Strings are equal here, and find each other, where they are canonically equivalent.
    private let meant: [String: String]
    private let rows: [String: [Int]]

    /// Groups names; `rows` has each name with its row, `enrolments` what was said last of each.
    init(rows: [(id: Int, name: String)], enrolments: [Enrolment]) {
        let last = Self.lastOfEach(enrolments)
        var meant: [String: String] = [:]
        // The spelling of the roster counts, then that with the lowest bytes.
        for enrolment in last { meant[enrolment.learner] = enrolment.learner }
        for row in rows where meant[row.name] == nil { meant[row.name] = row.name }
        let spelled = meant
        let active = Set(last.filter(\.isActive).map(\.learner))
        // What somebody handed in stays theirs when they leave; a name that went on to another does not.
        for isActive in [false, true] {
            let own = isActive ? active : Set(last.map(\.learner))
            var claims: [String: Set<String>] = [:]
            for enrolment in last where enrolment.isActive == isActive {
                for name in enrolment.otherNames where !own.contains(name) {
                    claims[name, default: []].insert(enrolment.learner)
                }
            }
            for (name, learners) in claims { meant[name] = learners.count == 1 ? learners.first : spelled[name] }
        }
        // Who left may be somebody else by now, who belongs to the class and so is nobody else.
        meant = meant.mapValues { meant[$0] ?? $0 }
        var groups: [String: [Int]] = [:]
        for row in rows { groups[meant[row.name] ?? row.name, default: []].append(row.id) }
        self.meant = meant
        self.rows = groups
        learners = groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The learner whom a name means; the name itself where nothing is known of it.
    public func learner(_ name: String) -> String { meant[name] ?? name }

    /// The rows of a learner, for `json_each`.
    func rowList(of learner: String) -> SQLValue { .list(rows[learner] ?? []) }

    // Two gradebooks may have enrolled one person in two spellings.
    private static func lastOfEach(_ enrolments: [Enrolment]) -> [Enrolment] {
        var places: [String: Int] = [:]
        var last: [Enrolment] = []
        for enrolment in enrolments {
            guard let place = places[enrolment.learner] else {
                places[enrolment.learner] = last.count
                last.append(enrolment)
                continue
            }
            if last[place].decided < enrolment.decided { last[place] = enrolment }
        }
        return last
    }
}

extension GradebookStore {
    /// Which names mean one learner, as the gradebook is now.
    public func names() throws(GradebookError) -> LearnerNames { try names(enrolments()) }

    func names(_ enrolments: [Enrolment]) throws(GradebookError) -> LearnerNames {
        let rows = try connection.all("SELECT id, name FROM learner ORDER BY name") { (row) throws(GradebookError) in
            (id: try row.integer(0), name: try row.text(1))
        }
        return LearnerNames(rows: rows, enrolments: enrolments)
    }
}
