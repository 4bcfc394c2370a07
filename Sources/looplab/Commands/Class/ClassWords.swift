// SPDX-License-Identifier: MIT
internal import Glibc
internal import Markup

/// How commands about classes speak.
enum ClassWords {
    /// How many names a list has at most.
    static let longestList = 20

    /// Prints text whose pieces are escaped; on a terminal, names keep their direction to themselves.
    static func print(_ text: String) throws(CommandError) -> Int32 {
        let isShown = isatty(STDOUT_FILENO) == 1 && TerminalInfo.adoptedLocaleIsUTF8
        return try Screen.detect().show(isShown ? TerminalText.isolated(text) : text, usesPager: false)
    }

    /// Text from elsewhere as it can be shown on one row.
    static func shown(_ text: String) -> String {
        let row = TerminalText.escapedRow(text)
        return TerminalInfo.adoptedLocaleIsUTF8 ? row : TerminalText.asciiRow(row)
    }

    /// Names in rows of 80 columns, each indented.
    static func rows(_ names: [String], indent: Int = 4) -> String {
        let rest = names.count > longestList ? ["and \(names.count - longestList) more"] : []
        let list = (names.prefix(longestList).map(ClassWords.shown) + rest).joined(separator: ", ")
        let space = String(repeating: " ", count: indent)
        return TextLayout.wrap(list, to: 80 - indent, mark: "…").map { "\(space)\($0)\n" }.joined()
    }
}
