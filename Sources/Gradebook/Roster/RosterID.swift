// SPDX-License-Identifier: MIT

/// What another system calls a learner; an enrolment keeps it as `canvas=1234`.
public struct RosterID: Hashable, Sendable {
    /// Which system, or what of it.
    public enum System: String, Hashable, Sendable, CaseIterable {
        /// The ID of Canvas.
        case canvas
        /// The ID of the student information system, as Canvas shows it.
        case sis
        /// What somebody types to log in, as Canvas shows it.
        case login
        /// The ID number of Moodle.
        case moodle
        /// The user name of Moodle.
        case username
        /// The user ID of LTI.
        case lti
        /// Another name under which results know the learner.
        case name
        /// The first name, where it is known apart from the last one.
        case first
        /// The last name, where it is known apart from the first one.
        case last

        /// Whether nobody else ever gets the same, so that it tells who somebody is whatever else has changed.
        public var isLasting: Bool {
            switch self {
            case .canvas, .sis, .moodle, .lti: true
            case .login, .username, .name, .first, .last: false
            }
        }
    }

    /// Which system.
    public var system: System
    /// What it says.
    public var value: String

    /// Puts an ID together.
    public init(_ system: System, _ value: String) {
        self.system = system
        self.value = value
    }

    /// Reads `canvas=1234`; nil for what an unknown system says.
    public init?(_ text: String) {
        guard let end = text.utf8.firstIndex(of: UInt8(ascii: "=")), let system = System(rawValue: String(text[..<end]))
        else { return nil }
        self.init(system, String(text[text.utf8.index(after: end)...]))
    }

    /// As an enrolment keeps it.
    public var text: String { "\(system.rawValue)=\(value)" }

    /// The order in which an enrolment keeps them, so that the same ones make the same record.
    static func isBefore(_ first: RosterID, _ second: RosterID) -> Bool {
        first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
    }
}

extension Enrolment {
    /// What other systems call the learner, as far as this program knows them.
    public var ids: [RosterID] { rosterIDs.compactMap { RosterID($0) } }

    /// What one system says.
    public func id(_ system: RosterID.System) -> String? {
        ids.first { $0.system == system }?.value
    }

    /// The other names under which results know the learner.
    public var otherNames: [String] { ids.filter { $0.system == .name }.map(\.value) }
}
