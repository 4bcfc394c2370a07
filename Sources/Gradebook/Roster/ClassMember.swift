// SPDX-License-Identifier: MIT
internal import SQLStorage

/// Somebody of a class: enrolled, or known by what they handed in.
public struct ClassMember: Hashable, Sendable {
    /// Whether somebody belongs to the class.
    public enum Standing: Hashable, Sendable {
        /// The roster or the class file names them.
        case enrolled
        /// They did, and left.
        case left
        /// Only results or decisions know them.
        case stranger
    }

    /// The name by which results know them.
    public var learner: String
    /// Whether they belong to the class.
    public var standing: Standing
    /// The section: that of the class file, else that of the roster; nil where neither names one.
    public var section: String?
    /// What the roster says of them; nil where it says nothing.
    public var enrolment: Enrolment?

    /// The name to show to people.
    public var shownName: String { enrolment?.fullName ?? learner }

    /// Whether a text, in lower case, is something by which people know them.
    fileprivate func isCalled(_ wanted: String) -> Bool {
        guard let enrolment else { return false }
        var words = enrolment.ids.filter { $0.system != .first && $0.system != .last }.map(\.value) + [learner]
        if let email = enrolment.email {
            words += [email, String(email.prefix { $0 != "@" })]
        }
        if let full = enrolment.fullName {
            words += [full, full.split(separator: " ").joined(separator: "."), full.filter { $0 != " " }]
        }
        if let first = id(.first), let last = id(.last) {
            let initial = first.prefix(1)
            words += [
                last + first, "\(last), \(first)", "\(initial)\(last)", "\(initial).\(last)", "\(last)\(initial)",
            ]
        }
        return words.contains { $0.lowercased() == wanted }
    }

    /// What another system calls them.
    public func id(_ system: RosterID.System) -> String? { enrolment?.id(system) }
}

/// Everybody of whom a gradebook or the class file knows.
public struct ClassMembers: Sendable {
    /// All of them, by the bytes of their names.
    public let all: [ClassMember]
    /// Which names mean whom.
    public let names: LearnerNames
    /// Whether anybody is enrolled: without a roster everybody counts who handed something in.
    public let hasRoster: Bool

    /// Those who belong to the class; all of them where nobody is enrolled.
    public var belonging: [ClassMember] { hasRoster ? all.filter { $0.standing == .enrolled } : all }

    /// Whom a name that nobody is enrolled by may mean: somebody with that ID, address or full name.
    public func suggestion(for name: String) -> ClassMember? {
        let wanted = name.lowercased()
        let found = all.filter { $0.standing == .enrolled && $0.isCalled(wanted) }
        return found.count == 1 ? found[0] : nil
    }

    /// Groups of those who belong to the class and have the same full name.
    public var namesakes: [[ClassMember]] {
        let named = all.filter { $0.standing == .enrolled && $0.enrolment?.fullName != nil }
        return Dictionary(grouping: named, by: \.shownName).values.filter { $0.count > 1 }
            .sorted { $0[0].learner.utf8.lexicographicallyPrecedes($1[0].learner.utf8) }
    }

    /// Those who handed something in, or about whom something was decided, and whom no roster names.
    public var strangers: [ClassMember] { hasRoster ? all.filter { $0.standing == .stranger } : [] }
}

extension GradebookStore {
    /// Everybody of whom the gradebook knows, and whom the class file puts into a section.
    ///
    /// `records` are enrolments that are not kept, and looked at as if they were.
    public func members(
        _ policy: ClassPolicy = ClassPolicy(), with records: [Enrolment] = []
    ) throws(GradebookError) -> ClassMembers {
        let said = try self.enrolments() + records
        let names = try names(said)
        var enrolments: [String: Enrolment] = [:]
        for enrolment in said where names.learner(enrolment.learner) == enrolment.learner {
            if let known = enrolments[enrolment.learner], known.decided >= enrolment.decided { continue }
            enrolments[enrolment.learner] = enrolment
        }
        var sections: [String: String] = [:]
        for section in policy.sections {
            for learner in section.learners { sections[names.learner(learner)] = section.name }
        }
        let known = Set(names.learners)
        let unknown = Set(sections.keys).union(enrolments.keys).subtracting(known)
        let all = (names.learners + unknown).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let members = all.map { learner in
            let enrolment = enrolments[learner]
            let isEnrolled = sections[learner] != nil || enrolment?.isActive == true
            return ClassMember(
                learner: learner, standing: isEnrolled ? .enrolled : enrolment == nil ? .stranger : .left,
                section: sections[learner] ?? enrolment?.section, enrolment: enrolment)
        }
        return ClassMembers(all: members, names: names, hasRoster: members.contains { $0.standing == .enrolled })
    }
}
