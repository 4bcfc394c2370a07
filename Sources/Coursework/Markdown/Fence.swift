// SPDX-License-Identifier: MIT
internal import YAMLFields

/// The words behind a fence: a language, or what a lesson does with the block.
struct Fence {
    /// What the words ask for.
    enum Kind: Equatable {
        /// Text in a known language.
        case plain
        /// A program with a role, a quiz or a goal: something that only a lesson has.
        case active
        /// Nothing that is known; the word, and the nearest that is.
        case unknown(String, nearest: String?)
    }

    /// The words, one after another.
    let words: [String]

    init(_ info: String) {
        words = info.split { $0 == " " || $0 == "\t" }.map { String($0) }
    }

    /// What the words ask for.
    var kind: Kind {
        guard let first = words.first else { return .plain }
        if Self.questions.contains(first) { return .active }
        guard Self.languages.contains(first) else {
            return .unknown(first, nearest: NearestName.nearest(to: first, among: Self.languages + Self.questions))
        }
        guard words.count > 1 else { return .plain }
        return first == "js" ? .active : .unknown(words.joined(separator: " "), nearest: nil)
    }

    /// Whether it is a quiz or a goal, whose text is YAML.
    var asks: Bool { words.first.map(Self.questions.contains) ?? false }

    /// Languages in which code may be shown.
    static let languages = [
        "js", "json", "text", "sh", "html", "css", "http", "yaml", "ts", "c", "swift", "rust", "go", "python", "java",
        "kotlin", "sql", "md",
    ]
    /// The blocks that ask something.
    static let questions = ["quiz", "try"]
}
