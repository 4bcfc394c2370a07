// SPDX-License-Identifier: MIT
internal import Markup

/// The ways in which the text before the cursor can go on.
struct Completion: Equatable, Sendable {
    /// The whole texts that could stand in `replacing`, in the order in which they are listed.
    var candidates: [String]
    /// The part of the line they replace, in Unicode scalars from its start.
    var replacing: Range<Int>

    /// Nothing is known about how the line could go on.
    static let none = Completion(candidates: [], replacing: 0..<0)

    /// The longest text with which every candidate begins.
    var commonPrefix: String {
        guard var prefix = candidates.first.map({ Array($0) }) else { return "" }
        for candidate in candidates.dropFirst() {
            let shared = zip(prefix, candidate).prefix { $0 == $1 }.count
            prefix.removeLast(prefix.count - shared)
        }
        return String(prefix)
    }

    /// The candidates laid out in columns, read downwards, each row ending in a newline.
    ///
    /// - Parameters:
    ///   - columns: the width of the terminal.
    ///   - maximumRows: how many rows may be shown; when there are more, the last one says how many are left out.
    /// - Returns: the rows.
    func listing(columns: Int, maximumRows: Int) -> String {
        let widths = candidates.map(CharacterWidth.columns(of:))
        let cell = (widths.max() ?? 0) + 2
        let perRow = max(1, (columns + 1) / cell)
        let rowsNeeded = (candidates.count + perRow - 1) / perRow
        let rows = rowsNeeded <= maximumRows ? rowsNeeded : max(1, maximumRows - 1)
        let shown = min(candidates.count, rows * perRow)
        let height = (shown + perRow - 1) / perRow
        var text = ""
        for row in 0..<height {
            var padding = 0
            for index in stride(from: row, to: shown, by: height) {
                text += String(repeating: " ", count: padding) + candidates[index]
                padding = cell - widths[index]
            }
            text += "\n"
        }
        if shown < candidates.count {
            text += "... and \(candidates.count - shown) more\n"
        }
        return text
    }
}
