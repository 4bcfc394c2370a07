// SPDX-License-Identifier: MIT

/// The names of everything in a course: `course.yaml` and the directories, without any manifest.
///
/// It is there in a millisecond, so a command that is about one exercise reads only that one.
public struct CourseOutline: Hashable, Sendable {
    /// The directory that holds `Lessons` and `Exercises`.
    public let root: String
    /// What the course is called.
    public let title: String
    /// The name under which progress in it is kept: lower-case words joined by hyphens.
    ///
    /// It is the `id` of `course.yaml`, or else made of the title.
    public let id: String
    /// The tracks, in order.
    public let tracks: [Track]
    /// The glossary, in the order of `course.yaml`.
    public let concepts: [Concept]

    /// Puts an outline together.
    public init(root: String, title: String, id: String? = nil, tracks: [Track], concepts: [Concept]) {
        self.root = root
        self.title = title
        self.id = id ?? Self.words(of: title)
        self.tracks = tracks
        self.concepts = concepts
    }

    /// A text as lower-case words joined by hyphens; `course` where it has none.
    static func words(of text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? "course" : words.joined(separator: "-")
    }

    /// All lessons, in the order of the course.
    public var lessons: [ContentID] { tracks.flatMap(\.lessons) }

    /// All exercises, in the order of the course.
    public var exercises: [ContentID] { tracks.flatMap(\.exercises) }

    /// The track of that directory.
    public func track(_ name: String) -> Track? {
        tracks.first { $0.name == name }
    }

    /// The entry of the glossary for a concept.
    public func concept(_ id: String) -> Concept? {
        concepts.first { $0.id == id }
    }
}

/// A part of a course: one directory in `Lessons` and one in `Exercises`.
public struct Track: Hashable, Sendable {
    /// The directory: `02-the-loop`.
    public let name: String
    /// What it is called.
    public let title: String
    /// Its lessons, in order.
    public let lessons: [ContentID]
    /// Its exercises, in order.
    public let exercises: [ContentID]

    /// Puts a track together.
    public init(name: String, title: String, lessons: [ContentID], exercises: [ContentID]) {
        self.name = name
        self.title = title
        self.lessons = lessons
        self.exercises = exercises
    }

    /// The number that its directory begins with.
    public var number: Int { Int(name.prefix(2)) ?? 0 }
}

/// An entry of the glossary: what lessons and exercises are about.
public struct Concept: Hashable, Sendable {
    /// The word that manifests use: `call-stack`.
    public let id: String
    /// One sentence about it.
    public let text: String

    /// Makes an entry.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}
