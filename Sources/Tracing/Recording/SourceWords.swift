// SPDX-License-Identifier: MIT

/// Finds the word that stands at a place of a source text.
struct SourceWords {
    private let lines: [String: [Substring]]

    init(_ sources: [Trace.Source]) {
        lines = Dictionary(
            sources.map { ($0.file, $0.text.split(separator: "\n", omittingEmptySubsequences: false)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The identifier that begins at a place; nil where there is none.
    func word(at position: SourcePosition) -> String? {
        guard let lines = lines[position.file], lines.indices.contains(position.line - 1), position.column > 0
        else { return nil }
        // Columns count UTF-16 units.
        let line = lines[position.line - 1].utf16
        let word = line.dropFirst(position.column - 1).prefix { unit in
            guard let scalar = Unicode.Scalar(unit) else { return false }
            return scalar == "$" || scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        return word.isEmpty ? nil : String(word)
    }
}
