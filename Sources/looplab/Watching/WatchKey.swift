// SPDX-License-Identifier: MIT

/// What somebody can ask for during a watch; the letter is its key.
enum WatchKey: Character, CaseIterable {
    case hint = "h"
    case list = "l"
    case next = "n"
    case details = "d"
    case again = "r"
    case quit = "q"
    case keys = "?"

    /// The key in a text that somebody typed: its first character, whatever the case.
    init?(_ text: some StringProtocol) {
        guard let letter = text.trimmed.lowercased().first else { return nil }
        self.init(rawValue: letter)
    }

    /// One word for it.
    var word: String {
        switch self {
        case .hint: "hint"
        case .list: "list"
        case .next: "next"
        case .details: "details"
        case .again: "again"
        case .quit: "quit"
        case .keys: "keys"
        }
    }

    /// What it does.
    var sentence: String {
        switch self {
        case .hint: "the next hint; how many you take is kept"
        case .list: "the exercises of this track"
        case .next: "the next open exercise; this one stays open where it is"
        case .details: "the result once more, with all that failed"
        case .again: "check the file again"
        case .quit: "leave; your answers are kept"
        case .keys: "these keys"
        }
    }
}
