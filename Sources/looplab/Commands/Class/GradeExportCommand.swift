// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Gradebook
internal import Markup
internal import Results
internal import YAMLFields

/// `looplab class export`: scores for another program.
struct GradeExportCommand {
    var options: ClassOptions

    func perform() throws(CommandError) -> Int32 {
        guard let format = options.format else { throw .classroom(.missingFormat) }
        let files = ClassFiles(options)
        let policy = try files.policy()
        let store = try files.open(.readOnly)
        try check(policy, store)
        let (table, export) = try GradebookChoice.catching { () throws(GradebookError) in
            try store.reading { (store) throws(GradebookError) in
                let table = try GradeTable(
                    store, policy, .init(exercises: options.exercises, hasStrangers: options.hasStrangers))
                return (
                    table,
                    try GradeExport(
                        table, as: format,
                        .init(
                            countsMissing: options.countsMissing, hasByteOrderMark: options.hasByteOrderMark,
                            moment: .now))
                )
            }
        }
        let code = try write(export.bytes)
        report(table, export.notes, format, files)
        return code
    }

    private func check(_ policy: ClassPolicy, _ store: GradebookStore) throws(CommandError) {
        let known =
            try GradebookChoice.catching { () throws(GradebookError) in try store.exercises() }
            + policy.exercises.map(\.id)
        for name in options.exercises where !known.contains(name) {
            throw .classroom(.unknownExercise(name, nearest: NearestName.nearest(to: name, among: known)))
        }
    }

    private func write(_ bytes: [UInt8]) throws(CommandError) -> Int32 {
        guard let output = options.output, output != "-" else {
            return try StandardOutput.print(String(decoding: bytes, as: UTF8.self))
        }
        let failure = ReplacedFile.write(bytes, to: output)
        if failure != 0 { throw .fileNotWritten(path: output, errno: failure) }
        return 0
    }

    // MARK: - What is said beside it

    private func report(
        _ table: GradeTable, _ notes: GradeExport.Notes, _ format: GradeExport.Format, _ files: ClassFiles
    ) {
        let rules = files.classFile.map { "by the rules of \($0)" } ?? "without a class file: no deadlines"
        var lines = [
            "\(CountedNoun.text(table.members.count, "learner")), "
                + "\(CountedNoun.text(table.columns.count, "exercise")), "
                + "\(CountedNoun.text(notes.scores, "score")), \(rules)"
        ]
        if notes.pending > 0 {
            lines.append("not graded yet, so left open: \(CountedNoun.text(notes.pending, "score"))")
        }
        if !table.strangers.isEmpty {
            lines.append(
                "left out, as no roster names them (--all takes them in): "
                    + Self.list(table.strangers.map(\.learner)))
        }
        if !notes.unidentified.isEmpty {
            lines.append(
                "\(Self.program(format)) may not know these, who have no ID of it: \(Self.list(notes.unidentified))")
        }
        for column in table.columns {
            guard let versions = column.versions else { continue }
            lines.append(
                "\(column.exercise) was graded in versions worth \(versions.lowerBound.decimal) to "
                    + "\(versions.upperBound.decimal) points; with 'points' in class.yaml all count alike")
        }
        for line in lines { ErrorText.write(line) }
    }

    private static func list(_ names: [String]) -> String {
        let rest = names.count > ClassWords.longestList ? " and \(names.count - ClassWords.longestList) more" : ""
        return names.prefix(ClassWords.longestList).joined(separator: ", ") + rest
    }

    private static func program(_ format: GradeExport.Format) -> String {
        switch format {
        case .canvas: "Canvas"
        case .moodle: "Moodle"
        case .nbgrader: "nbgrader"
        case .otter: "otter-grader"
        case .lti: "the platform"
        }
    }
}
