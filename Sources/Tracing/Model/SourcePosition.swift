// SPDX-License-Identifier: MIT

/// A place in a program's source.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
    /// The name of the file as the program's stacks show it.
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in UTF-16 units.
    public var column: Int

    /// Makes a place from its parts.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// The place as people write it: "file.js:3:21", without the directory.
    public var description: String {
        "\(shortFile):\(line):\(column)"
    }

    /// The name of the file without its directory.
    public var shortFile: String {
        file.split(separator: "/").last.map(String.init) ?? file
    }
}
