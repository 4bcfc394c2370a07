// SPDX-License-Identifier: MIT

/// Text that is broken into rows between its words, which keep their looks.
///
/// Words end at spaces only, so that a comma stays with what stands before it in another style. Wide characters, which
/// are written without spaces, may part anywhere but before closing and after opening marks. A word that is longer
/// than a row is broken, after one of `/-?&=.,` where that stands far enough right.
public struct StyledParagraph: Equatable, Sendable {
    /// What is never parted as long as it fits in a row.
    private struct Word: Equatable, Sendable {
        var text = StyledText()
        /// The space before it, which is left out where a row begins; nil where none is.
        var space: TextStyle?
        /// Whether a row ends before it.
        var beginsRow = false
    }

    private var words: [Word] = []
    private var space: TextStyle?
    private var isRowOver = false

    /// An empty paragraph.
    public init() {}

    /// A paragraph of one row's words.
    public init(_ row: StyledText) {
        for span in row.spans { append(span.text, span.style) }
    }

    /// Whether nothing is in it that would be seen.
    public var isEmpty: Bool { words.isEmpty }

    /// The cells of its longest word; a word without spaces counts as it is.
    public var longestWord: Int { words.map(\.text.columns).max() ?? 0 }

    /// The cells that it takes where nothing has to be broken.
    public var columns: Int {
        var longest = 0
        var row = 0
        for word in words {
            row = (word.beginsRow ? 0 : row + (word.space == nil ? 0 : 1)) + word.text.columns
            longest = max(longest, row)
        }
        return longest
    }

    /// Adds text; spaces, tabs and line feeds part its words, several of them like one.
    public mutating func append(_ text: String, _ style: TextStyle = .plain) {
        var rest = Substring(text)
        while let first = rest.first {
            if Self.isSpace(first) {
                space = space ?? style
                rest = rest.drop(while: Self.isSpace)
                continue
            }
            let end = rest.firstIndex(where: Self.isSpace) ?? rest.endIndex
            for part in WideText.parts(of: rest[..<end]) { join(String(part.text), style, isApart: part.isApart) }
            rest = rest[end...]
        }
    }

    /// Adds text whose spaces are part of a word.
    public mutating func append(unbroken text: String, _ style: TextStyle = .plain) {
        if !text.isEmpty { join(text, style, isApart: false) }
    }

    /// Ends the row here, as a line break does.
    public mutating func endRow() {
        if words.isEmpty { return }
        space = nil
        isRowOver = true
    }

    private mutating func join(_ text: String, _ style: TextStyle, isApart: Bool) {
        if words.isEmpty || space != nil || isRowOver || isApart {
            let hasSpace = !words.isEmpty && !isRowOver
            words.append(Word(space: hasSpace ? space : nil, beginsRow: isRowOver))
            space = nil
            isRowOver = false
        }
        words[words.count - 1].text.append(text, style)
    }

    private static func isSpace(_ character: Character) -> Bool {
        character == " " || character == "\n" || character == "\t" || character == "\r\n" || character == "\r"
    }

    // MARK: - Rows

    /// The paragraph in rows of at most so many cells, at least one; a first row may have fewer.
    public func rows(columns: Int, first: Int? = nil) -> [StyledText] {
        let columns = max(columns, 1)
        var rows: [StyledText] = []
        var row = StyledText()
        var room = max(first ?? columns, 1)
        for word in words {
            let gap = row.isEmpty || word.space == nil ? 0 : 1
            if !row.isEmpty, word.beginsRow || row.columns + gap + word.text.columns > room {
                rows.append(row)
                row = StyledText()
                room = columns
            } else if gap == 1 {
                row.append(" ", word.space ?? .plain)
            }
            if word.text.columns <= room - row.columns {
                row.append(word.text)
            } else {
                let parts = word.text.broken(first: room, others: columns)
                rows += parts.dropLast()
                if parts.count > 1 { room = columns }
                row = parts.last ?? StyledText()
            }
        }
        if !row.isEmpty || rows.isEmpty { rows.append(row) }
        return rows
    }
}

extension StyledText {
    /// The row broken between its words into rows of at most so many cells; spaces side by side become one.
    public func wrapped(to columns: Int) -> [StyledText] {
        StyledParagraph(self).rows(columns: columns)
    }

    /// The row broken wherever it has to be.
    fileprivate func broken(first: Int, others: Int) -> [StyledText] {
        var rows: [StyledText] = []
        var row = StyledText()
        var room = first
        for span in spans {
            var rest = Substring(span.text)
            while !rest.isEmpty {
                var head = rest.prefix(columns: room - row.columns)
                if head.isEmpty, row.isEmpty { head = rest.prefix(1) }
                if head.endIndex < rest.endIndex, let mark = head.lastIndex(where: { "/-?&=.,".contains($0) }),
                    row.columns + CharacterWidth.columns(of: head[...mark]) > room / 2
                {
                    head = head[...mark]
                }
                row.append(String(head), span.style)
                rest = rest[head.endIndex...]
                if rest.isEmpty { break }
                rows.append(row)
                row = StyledText()
                room = others
            }
        }
        if !row.isEmpty { rows.append(row) }
        return rows
    }
}
