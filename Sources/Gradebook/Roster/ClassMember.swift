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

    /// Those who handed something in, or about whom something was decided, and whom no roster names.
    public var strangers: [ClassMember] { hasRoster ? all.filter { $0.standing == .stranger } : [] }
}

extension GradebookStore {
    /// Everybody of whom the gradebook knows, and whom the class file puts into a section.
    public func members(_ policy: ClassPolicy = ClassPolicy()) throws(GradebookError) -> ClassMembers {
        let names = try names()
        var enrolments: [String: Enrolment] = [:]
        for enrolment in try self.enrolments() where names.learner(enrolment.learner) == enrolment.learner {
            if let known = enrolments[enrolment.learner], known.decided >= enrolment.decided { continue }
            enrolments[enrolment.learner] = enrolment
        }
        var sections: [String: String] = [:]
        for section in policy.sections {
            for learner in section.learners { sections[names.learner(learner)] = section.name }
        }
        let unknown = sections.keys.filter { !names.knows($0) }
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
