// SPDX-License-Identifier: MIT

// Rows made to fit a number of cells. A character is never torn from its combining marks.
extension StyledText {
    /// At most so many cells of it, the last of them `mark` where something had to go.
    public func cut(to limit: Int, mark: String) -> StyledText {
        if columns <= limit { return self }
        let markColumns = CharacterWidth.columns(of: mark)
        var kept = StyledText()
        var room = max(0, limit - markColumns)
        for span in spans {
            let head = span.text.prefix(columns: room)
            kept.append(String(head), span.style)
            if head.endIndex != span.text.endIndex { break }
            room -= CharacterWidth.columns(of: head)
        }
        if markColumns <= limit { kept.append(mark, kept.spans.last?.style ?? .plain) }
        return kept
    }

    /// The same with spaces behind it, so that it takes so many cells or more.
    public func padded(to width: Int) -> StyledText {
        columns >= width ? self : self + StyledText(String(repeating: " ", count: width - columns))
    }

    /// The same with spaces before it, so that it takes so many cells or more.
    public func aligned(right width: Int) -> StyledText {
        columns >= width ? self : StyledText(String(repeating: " ", count: width - columns)) + self
    }
}

extension TextLayout {
    /// Breaks text into rows of at most so many cells, between words where there are any.
    ///
    /// A `limit` of rows cuts the last one with `mark`. Text without anything in it is one empty row.
    public static func wrap(_ text: String, to width: Int, limit: Int = .max, mark: String) -> [String] {
        let width = max(width, 1)
        var rows: [String] = []
        var rest = Substring(text)
        // Only as much of it is measured as fits: a line may have a megabyte.
        while rest.prefix(columns: width).endIndex < rest.endIndex {
            if rows.count + 1 >= limit {
                rows.append(StyledText(String(rest)).cut(to: width, mark: mark).text)
                return rows
            }
            var head = rest.prefix(columns: width)
            if head.isEmpty { head = rest.prefix(1) }
            let next = rest[head.endIndex...].first
            if next != " ", let space = head.lastIndex(of: " "), space > head.startIndex { head = head[..<space] }
            rows.append(String(head))
            rest = rest[head.endIndex...]
            if rest.first == " " { rest = rest.dropFirst() }
        }
        if !rest.isEmpty || rows.isEmpty { rows.append(String(rest)) }
        return rows
    }
}

/// Text made to fit a place.
public enum TextLayout {}

extension StringProtocol where SubSequence == Substring {
    /// The longest beginning that takes at most so many cells.
    func prefix(columns limit: Int) -> Substring {
        var room = limit
        var end = startIndex
        while end < endIndex {
            let next = index(after: end)
            room -= CharacterWidth.columns(of: self[end..<next])
            if room < 0 { break }
            end = next
        }
        return self[startIndex..<end]
    }
}
