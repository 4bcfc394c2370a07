// SPDX-License-Identifier: MIT
/// What Tab does.
extension LineEditor {
    /// Inserts what all candidates have in common; where that is nothing more, a second Tab lists them.
    func complete() -> Outcome {
        let text = line.text
        let cursor = line.cursor
        let completion = completer(text, cursor)
        let scalars = Array(text.unicodeScalars)
        let range = completion.replacing.clamped(to: 0..<scalars.count)
        guard !completion.candidates.isEmpty else { return .goOn }
        let prefix = Array(completion.commonPrefix.unicodeScalars)
        let isOnly = completion.candidates.count == 1
        if prefix.count > range.count || (isOnly && prefix != Array(scalars[range])) {
            let changed = scalars[..<range.lowerBound] + prefix + scalars[range.upperBound...]
            let newCursor = range.lowerBound + prefix.count
            line.replace(with: String(String.UnicodeScalarView(changed)), cursor: newCursor)
            lastTab = nil
            return .goOn
        }
        guard !isOnly else { return .goOn }
        guard let lastTab, lastTab.text == text, lastTab.cursor == cursor else {
            lastTab = (text, cursor)
            return .goOn
        }
        let listing = completion.listing(columns: size.columns, maximumRows: max(2, size.rows - 3))
        printAbove { send(listing) }
        return .goOn
    }
}
