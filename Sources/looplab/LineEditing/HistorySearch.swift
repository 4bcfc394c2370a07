// SPDX-License-Identifier: MIT
/// An incremental search through the history, as Ctrl-R begins it.
struct HistorySearch {
    /// Where the search looks for the next match.
    enum Direction {
        /// Towards older entries.
        case older
        /// Towards newer entries.
        case newer
    }

    /// What a key means for the search.
    enum Step: Equatable {
        /// The search goes on and may show something else.
        case goOn
        /// The line from before the search comes back.
        case cancel
        /// The search ends with what it found, and the key has its usual meaning.
        case accept
    }

    /// Where the search looks.
    private(set) var direction: Direction
    /// The entry shown; the number of entries stands for the line from before the search.
    private(set) var index: Int
    /// What is looked for.
    private(set) var pattern = ""
    /// Whether no further entry has the pattern.
    private(set) var isFailing = false
    /// The line from before the search.
    let draft: String
    /// Its cursor.
    let draftCursor: Int

    /// A search that has found nothing yet.
    ///
    /// - Parameters:
    ///   - direction: where to look.
    ///   - index: the number of entries.
    ///   - draft: the line as it is.
    ///   - draftCursor: its cursor.
    init(direction: Direction, index: Int, draft: String, draftCursor: Int) {
        self.direction = direction
        self.index = index
        self.draft = draft
        self.draftCursor = draftCursor
    }

    /// The prompt that shows the search, as readline words it.
    var prompt: String {
        let name = direction == .older ? "reverse-i-search" : "i-search"
        return "(\(isFailing ? "failed " : "")\(name))`\(pattern)': "
    }

    /// Takes in one key.
    ///
    /// - Parameters:
    ///   - key: the character that was typed.
    ///   - history: what is searched.
    /// - Returns: what is to be done.
    mutating func handle(_ key: Unicode.Scalar, history: HistoryNavigation) -> Step {
        switch key {
        case "\u{12}":
            direction = .older
            find(from: index - 1, in: history)
        case "\u{13}":
            direction = .newer
            find(from: index + 1, in: history)
        case "\u{7F}", "\u{8}":
            guard !pattern.isEmpty else { return .cancel }
            pattern.unicodeScalars.removeLast()
            index = history.entries.count
            find(from: direction == .older ? index - 1 : 0, in: history)
        case "\u{7}":
            return .cancel
        case let control where control.value < 0x20:
            return .accept
        default:
            pattern.unicodeScalars.append(key)
            let start = direction == .older ? min(index, history.entries.count - 1) : index
            find(from: start, in: history)
        }
        return .goOn
    }

    private mutating func find(from start: Int, in history: HistoryNavigation) {
        guard !pattern.isEmpty else {
            index = history.entries.count
            isFailing = false
            return
        }
        let match =
            direction == .older
            ? history.lastMatch(of: pattern, from: start) : history.firstMatch(of: pattern, from: start)
        isFailing = match == nil
        if let match { index = match }
    }
}
