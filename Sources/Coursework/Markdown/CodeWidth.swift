// SPDX-License-Identifier: MIT
internal import Markup
internal import YAMLFields

/// How wide shown code may be, so that it fits into 80 columns with what stands around it.
enum CodeWidth {
    /// Columns of a line.
    static let limit = 76

    /// The lines of a text that are too wide; the text begins at `place`.
    static func problems(in text: String, at place: TextPlace) -> [CourseProblem] {
        var problems: [CourseProblem] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let columns = CharacterWidth.columns(of: line)
            guard columns > limit else { continue }
            problems.append(CourseProblem(place.below(index), .markdown(.wideCode(columns: columns, limit: limit))))
        }
        return problems
    }
}
