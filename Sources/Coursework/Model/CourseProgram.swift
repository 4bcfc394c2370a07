// SPDX-License-Identifier: MIT
public import YAMLFields

/// A program of a course that is run as it stands.
public struct CourseProgram: Hashable, Sendable {
    /// How a program is meant to end.
    public enum Ending: String, CaseIterable, Hashable, Sendable {
        /// By itself, with exit code 0.
        case ends
        /// With an error that nothing catches: with another exit code than 0.
        case `throws`
        /// By the limit on its time: it hangs, to show a hang.
        case stops
        /// Never; its output repeats and is cut.
        case repeats
    }

    /// The queues that a program meets.
    public enum Profile: String, CaseIterable, Hashable, Sendable {
        /// Node's.
        case node
        /// A page's.
        case browser
    }

    /// What is shown and run; a first line that names the licence is left out.
    public let source: String
    /// What errors and traces call it: `timers.js`.
    public let name: String
    /// Whether it is an ES module.
    public let isModule: Bool
    /// The queues that it meets.
    public let profile: Profile
    /// How it is meant to end.
    public let ending: Ending
    /// Where `source` begins.
    public let place: TextPlace

    /// Puts a program together.
    public init(
        source: String, name: String, isModule: Bool, profile: Profile, ending: Ending, place: TextPlace
    ) {
        self.source = source
        self.name = name
        self.isModule = isModule
        self.profile = profile
        self.ending = ending
        self.place = place
    }
}

/// A file of a course that is given to somebody as it stands.
public struct CourseFile: Hashable, Sendable {
    /// Its path from the course's directory.
    public let path: String
    /// All of its text.
    public let text: String

    /// Puts a file together.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The last part of its path.
    public var name: String {
        path.split(separator: "/").last.map { String($0) } ?? path
    }
}
