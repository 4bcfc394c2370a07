// SPDX-License-Identifier: MIT
/// The walk through earlier entries that Up and Down make, and the matching that Ctrl-R does.
struct HistoryNavigation {
    /// The entries, oldest first.
    private(set) var entries: [String]
    /// How many entries are kept.
    let limit: Int

    private struct Walk {
        var index: Int
        let draft: String
        let prefix: String
        var shown: String
    }
    private var walk: Walk?

    /// Starts with what an earlier session left.
    ///
    /// - Parameters:
    ///   - entries: oldest first.
    ///   - limit: how many are kept.
    init(entries: [String] = [], limit: Int) {
        self.entries = Array(entries.suffix(limit))
        self.limit = limit
    }

    /// Adds an entry, unless it repeats the one before or is blank.
    ///
    /// - Parameter entry: the text of the entry.
    /// - Returns: whether it was added.
    mutating func add(_ entry: String) -> Bool {
        walk = nil
        guard limit > 0, entries.last != entry else { return false }
        guard !entry.allSatisfy(\.isWhitespace) else { return false }
        entries.append(entry)
        if entries.count > limit { entries.removeFirst(entries.count - limit) }
        return true
    }

    /// Forgets where Up and Down were.
    mutating func endWalk() {
        walk = nil
    }

    /// The next older entry that begins with what stood before the cursor when the walk began.
    ///
    /// - Parameters:
    ///   - line: the line as it is now.
    ///   - textBeforeCursor: its part before the cursor.
    /// - Returns: the entry, or `nil` when there is no older one.
    mutating func older(line: String, textBeforeCursor: String) -> String? {
        var current = currentWalk(line: line, textBeforeCursor: textBeforeCursor)
        let index = entries[..<current.index].lastIndex { $0.hasPrefix(current.prefix) && $0 != current.shown }
        guard let index else { return nil }
        current.index = index
        current.shown = entries[index]
        walk = current
        return current.shown
    }

    /// The next newer entry of the walk, and at its end the line that was being typed when it began.
    ///
    /// - Parameter line: the line as it is now.
    /// - Returns: the entry, or `nil` when no walk is under way.
    mutating func newer(line: String) -> String? {
        guard var current = walk, current.shown == line else { return nil }
        let rest = entries[min(entries.count, current.index + 1)...]
        guard let index = rest.firstIndex(where: { $0.hasPrefix(current.prefix) && $0 != current.shown }) else {
            walk = nil
            return current.draft
        }
        current.index = index
        current.shown = entries[index]
        walk = current
        return current.shown
    }

    private func currentWalk(line: String, textBeforeCursor: String) -> Walk {
        if let walk, walk.shown == line { return walk }
        return Walk(index: entries.count, draft: line, prefix: textBeforeCursor, shown: line)
    }

    /// The newest entry at or before `index` that contains `pattern`.
    ///
    /// - Parameters:
    ///   - pattern: what to look for.
    ///   - index: where to begin, going towards older entries.
    /// - Returns: the index of the entry.
    func lastMatch(of pattern: String, from index: Int) -> Int? {
        guard index >= 0, !entries.isEmpty else { return nil }
        return entries[...min(index, entries.count - 1)].lastIndex { $0.range(ofScalars: pattern) != nil }
    }

    /// The oldest entry at or behind `index` that contains `pattern`.
    ///
    /// - Parameters:
    ///   - pattern: what to look for.
    ///   - index: where to begin, going towards newer entries.
    /// - Returns: the index of the entry.
    func firstMatch(of pattern: String, from index: Int) -> Int? {
        guard index < entries.count else { return nil }
        return entries[max(0, index)...].firstIndex { $0.range(ofScalars: pattern) != nil }
    }
}

extension String {
    /// Where `pattern` stands, in Unicode scalars from the start; without Foundation and without locale rules.
    ///
    /// - Parameter pattern: what to look for.
    /// - Returns: the first range, empty for an empty pattern.
    func range(ofScalars pattern: String) -> Range<Int>? {
        let text = Array(unicodeScalars)
        let wanted = Array(pattern.unicodeScalars)
        guard wanted.count <= text.count else { return nil }
        return (0...(text.count - wanted.count)).lazy
            .first { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }
            .map { $0..<($0 + wanted.count) }
    }
}
