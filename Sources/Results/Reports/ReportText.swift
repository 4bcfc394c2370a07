// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup

/// Text of submissions made safe for reports that are text themselves.
enum ReportText {
    /// On one row: control characters and direction overrides are visible escapes, and nothing ends the row.
    static func row(_ text: String) -> String {
        withoutSeparators(TerminalText.escapedRow(text))
    }

    /// The same on several rows; tabs and line feeds stay.
    static func rows(_ text: String) -> String {
        withoutSeparators(TerminalText.escaped(text))
    }

    /// At most so many bytes of UTF-8, whole characters, with a remark where something had to go.
    static func cut(_ text: String, to bytes: Int, remark: String = " [cut]") -> String {
        if text.utf8.count <= bytes { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: max(0, bytes - remark.utf8.count))
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return String(text[..<end]) + remark
    }

    /// The text in which each `pattern` stands as `replacement`, found by bytes.
    ///
    /// By characters, a quote with a combining mark behind it would be another character than a quote: programs that
    /// read the text would see a quote all the same.
    static func replacing(_ pattern: StaticString, in text: String, with replacement: String) -> String {
        let bytes = Array(text.utf8)
        let wanted = pattern.withUTF8Buffer { Array($0) }
        guard let first = wanted.first, bytes.contains(first) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var index = 0
        while index < bytes.count {
            if bytes[index] == first, bytes[index...].starts(with: wanted) {
                result += Array(replacement.utf8)
                index += wanted.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A row in which GitHub's runner finds no command, should somebody print it there.
    ///
    /// The runner takes a line that begins with `::` after white space, and `##[` anywhere (actions/runner,
    /// `ActionCommand.cs`).
    static func withoutCommands(_ row: String) -> String {
        let row = replacing("##[", in: row, with: "#\\u{23}[")
        let scalars = row.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        if !scalars[start...].starts(with: "::".unicodeScalars) { return row }
        return row[..<start] + "\\u{3a}" + row[scalars.index(after: start)...]
    }

    /// How many nanoseconds, in seconds with three decimals, the rest cut off.
    static func seconds(_ nanoseconds: UInt64) -> String {
        let milliseconds = nanoseconds / 1_000_000
        return "\(milliseconds / 1000).\("\(1000 + milliseconds % 1000)".dropFirst())"
    }

    /// How many nanoseconds, in milliseconds with as few decimals as say it exactly.
    static func milliseconds(_ nanoseconds: UInt64) -> String {
        let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
        if rest == 0 { return "\(whole) ms" }
        let digits = "\(1_000_000 + rest)".dropFirst()
        return "\(whole).\(String(String(digits.reversed().drop { $0 == "0" }).reversed())) ms"
    }

    // The line and paragraph separators of Unicode, which some readers take for line feeds.
    private static func withoutSeparators(_ text: String) -> String {
        if !text.unicodeScalars.contains(where: { $0.value == 0x2028 || $0.value == 0x2029 }) { return text }
        let text = replacing("\u{2028}", in: text, with: "\\u{2028}")
        return replacing("\u{2029}", in: text, with: "\\u{2029}")
    }
}

/// A moment of UTC as reports write it.
struct ReportTime {
    private let moment: Timestamp

    /// The moment by its milliseconds since 1970; nil before that, and after the year 9999.
    init?(milliseconds: Int64) {
        moment = Timestamp(milliseconds: milliseconds)
        if !Timestamp.writable.contains(moment) { return nil }
    }

    /// `2026-03-01T09:30:00`, without a zone.
    var local: String { String(moment.text.prefix(19)) }

    /// `2026-03-01T09:30:00Z`.
    var seconds: String { local + "Z" }

    /// `2026-03-01T09:30:00.000Z`.
    var milliseconds: String { moment.text }
}
