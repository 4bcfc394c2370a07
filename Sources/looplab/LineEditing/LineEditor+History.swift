// SPDX-License-Identifier: MIT
/// What Up, Down and the search keys do.
extension LineEditor {
    /// Goes to the line above inside an entry of several lines, otherwise to the entry before.
    func moveUp() -> Outcome {
        let scalars = line.scalars
        let cursor = line.cursor
        guard let previousEnd = scalars[..<cursor].lastIndex(of: "\n") else { return showOlderEntry() }
        let previousStart = scalars[..<previousEnd].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let column = cursor - (previousEnd + 1)
        line.moveCursor(to: min(previousStart + column, previousEnd))
        return .goOn
    }

    /// Goes to the line below inside an entry of several lines, otherwise to the entry after.
    func moveDown() -> Outcome {
        let scalars = line.scalars
        let cursor = line.cursor
        guard let end = scalars[cursor...].firstIndex(of: "\n") else { return showNewerEntry() }
        let start = scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let nextEnd = scalars[(end + 1)...].firstIndex(of: "\n") ?? scalars.count
        line.moveCursor(to: min(end + 1 + cursor - start, nextEnd))
        return .goOn
    }

    /// Adds an entry that the Up key brings, and that is not kept when the session ends.
    func offer(_ entry: String) {
        _ = history.add(entry)
    }

    /// Shows the entry before that begins with what stands before the cursor.
    func showOlderEntry() -> Outcome {
        let (text, start) = (line.text, line.textBeforeCursor)
        if let entry = history.older(line: text, textBeforeCursor: start) { line.replace(with: entry) }
        return .goOn
    }

    /// Shows the entry after, in the end the line that was being typed.
    func showNewerEntry() -> Outcome {
        if let entry = history.newer(line: line.text) { line.replace(with: entry) }
        return .goOn
    }

    /// Starts to search the history for what is typed next.
    ///
    /// - Parameter direction: where to look.
    /// - Returns: what libedit does next.
    func beginSearch(_ direction: HistorySearch.Direction) -> Outcome {
        search = HistorySearch(
            direction: direction, index: history.entries.count, draft: line.text, draftCursor: line.cursor)
        return .goOn
    }

    /// Gives the search the key that was typed.
    func continueSearch() -> Outcome {
        guard var current = search else { return .goOn }
        switch current.handle(pendingSearchKey, history: history) {
        case .goOn:
            search = current
            showFound(current)
        case .cancel:
            search = nil
            line.replace(with: current.draft, cursor: current.draftCursor)
        case .accept:
            search = nil
            decoder.unread(pendingSearchKey)
        }
        return .goOn
    }

    private func showFound(_ search: HistorySearch) {
        guard history.entries.indices.contains(search.index) else {
            return line.replace(with: search.draft, cursor: search.draftCursor)
        }
        let entry = history.entries[search.index]
        line.replace(with: entry, cursor: entry.range(ofScalars: search.pattern)?.lowerBound ?? 0)
    }
}
