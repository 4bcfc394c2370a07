// SPDX-License-Identifier: MIT

/// A place in a text file that people write.
public struct TextPlace: Hashable, Comparable, Sendable {
    /// The file's path, as it is shown to people; empty for the directory that is read.
    public let file: String
    /// The line, counted from 1; 0 for the file as a whole.
    public let line: Int
    /// The column in bytes, counted from 1; 0 for the line as a whole.
    public let column: Int

    /// Names a place.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The order in which places are listed: by file, then from its top.
    public static func < (first: TextPlace, second: TextPlace) -> Bool {
        (first.file, first.line, first.column) < (second.file, second.line, second.column)
    }

    /// A place further down in the same file.
    public func below(_ lines: Int) -> TextPlace {
        TextPlace(file: file, line: line + lines)
    }
}
