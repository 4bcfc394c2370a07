// SPDX-License-Identifier: MIT
internal import Grading
internal import Results

/// `looplab grade merge`: one report of the journals of several parts.
struct GradeMerge {
    let options: GradeOptions
    let paths: [String]

    func check() throws(CommandError) {
        if paths.isEmpty { throw .grading(.missingJournal) }
        var plain = options
        (plain.reports, plain.hasByteOrderMark, plain.exitsWithZero, plain.isQuiet) = ([], false, false, false)
        (plain.gradebook, plain.classFile) = (nil, nil)
        if plain != GradeOptions() {
            throw .misplacedOption(
                Self.firstOption(plain),
                place: "looplab grade; merge takes --format, --gradebook, --class and --exit-zero")
        }
    }

    private static func firstOption(_ options: GradeOptions) -> String {
        let given: [(String, Bool)] = [
            ("--course", options.course != nil), ("--only", !options.exercises.isEmpty),
            ("--learners", !options.learners.isEmpty), ("--exercise", options.exercise != nil),
            ("--learner", options.learner != nil), ("--root", options.root != nil), ("--jobs", options.jobs != nil),
            ("--state", options.state != nil), ("--resume", options.isResumed), ("--regrade", options.regrade != nil),
        ]
        return given.first { $0.1 }?.0 ?? "--shard"
    }

    func perform() throws(CommandError) -> Int32 {
        let outline = options.classFile == nil ? nil : try CourseChoice.optionalOutline(option: nil)
        let rules = try ClassRules(options, outline)
        let merge = try GradeError.catching { () throws(BatchError) in try JournalMerge(paths) }
        ErrorText.report(merge.gaps)
        var summary = GradeSummary(notices: merge.notices, hasGaps: !merge.gaps.isEmpty)
        let results = merge.results
        let totals = try GradeError.reading { () throws(ResultsError) in try ReportTotals(of: results) }
        (summary.verdicts, summary.stops) = (totals.verdicts, totals.stops)
        return try GradeCommand.report(results, summary, options, rules)
    }
}
