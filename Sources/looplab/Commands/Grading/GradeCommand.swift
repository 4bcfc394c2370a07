// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup
internal import Results
internal import YAMLFields

/// `looplab grade`: grades a class, and reports.
struct GradeCommand: Subcommand, Equatable {
    static let name = "grade"
    static let synopsis = (operands: "PATH…", summary: "grade a class, in CI too, and report")
    static var help: String {
        helpHead + ResultFormat.help.map { "    \($0)\n" }.joined() + helpTail
    }

    var options = GradeOptions()
    var words: [String] = []

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        try options.take(name, value, &reader)
    }

    mutating func take(operand: String) throws(CommandError) {
        words.append(operand)
    }

    func check() throws(CommandError) {
        try options.check()
        if words.first == "merge" { return try GradeMerge(options: options, paths: Array(words.dropFirst())).check() }
        if words.isEmpty { throw .grading(.missingPath) }
        if words.contains("-"), words.count > 1 { throw .grading(.listWithOthers) }
        if options.root != nil, words != ["-"] { throw .misplacedOption("--root", place: "a list on standard input") }
    }

    func perform() throws(CommandError) -> Int32 {
        if words.first == "merge" {
            return try GradeMerge(options: options, paths: Array(words.dropFirst())).perform()
        }
        let outline = try Self.outline(options.course)
        let catalogue = GradeCatalogue(outline)
        let rules = try ClassRules(options, outline)
        let filter = try Self.filter(options, outline)
        let inputs = try GradeInputs(paths: words, options: options, catalogue: catalogue)
        let listing = try inputs.listing()
        // A list may be wrong in its last row: then nothing of it is graded.
        let isList = words == ["-"]
        let count = isList || showsProgress ? try Self.count(inputs, filter) : nil
        // Servers are copies of this process: as early as can be, before there is a thread or the engine.
        var servers = GraderPool.Options(productVersion: LoopLab.version)
        servers.jobs = options.jobCount
        servers.cacheDirectory = ProcessEnvironment.cacheDirectory
        let pool = GraderPool(servers)
        pool.prepare()
        let directory = try GradeState.directory(options, paths: words, outline)
        let journal = try GradeError.catching { () throws(BatchError) in
            try GradingJournal.open(in: directory, options.opening, course: outline.id, shard: options.shard)
        }
        let run = BatchRun(listing, filter, journal, GradeJudge(catalogue), pool)
        let ending = try grade(run, pool, count)
        if case .interrupted(let signal) = ending {
            ErrorText.reportInterrupted(run.tally, journal: journal.path)
            return 128 + signal
        }
        return try report(run, journal, rules)
    }

    private func grade(
        _ run: BatchRun, _ pool: GraderPool, _ count: Int?
    ) throws(CommandError) -> BatchRun.Ending {
        let signals = SignalDescriptor([SIGINT, SIGTERM, SIGHUP])
        var bar = showsProgress ? GradeProgressBar(total: count, jobs: options.jobCount) : nil
        let ending: BatchRun.Ending
        do throws(CommandError) {
            ending = try GradeError.catching { () throws(BatchError) in
                try run.run(signals) { bar?.show($0) }
            }
        } catch {
            bar?.erase()
            pool.close()
            signals.close()
            throw error
        }
        bar?.erase()
        pool.close()
        signals.close()
        return ending
    }

    private var showsProgress: Bool { !options.isQuiet && GradeProgressBar.isPossible }

    private static func count(_ inputs: GradeInputs, _ filter: BatchFilter) throws(CommandError) -> Int {
        let listing = try inputs.listing()
        return try GradeError.catching { () throws(BatchError) in try BatchSize.count(listing, filter) }
    }

    // MARK: - What comes of it

    private func report(_ run: BatchRun, _ journal: GradingJournal, _ rules: ClassRules) throws(CommandError) -> Int32 {
        ErrorText.report(run.notices, count: run.noticeCount)
        // An empty part of a batch is no mistake; an empty batch is one.
        if run.keys.isEmpty, options.shard == nil { throw .grading(.nothingFound(words)) }
        let summary = GradeSummary(
            verdicts: run.tally.verdicts, stops: run.tally.stops, notices: run.noticeCount)
        return try Self.report(journal.results(of: run.keys), summary, options, rules)
    }

    /// Writes all reports, says what came of the batch, and gives the exit code.
    static func report(
        _ results: JournalResults, _ summary: GradeSummary, _ options: GradeOptions, _ rules: ClassRules
    ) throws(CommandError) -> Int32 {
        let requests = options.reports.isEmpty ? [try ReportRequest("text", option: "--format")] : options.reports
        if let path = options.gradebook { try GradebookSink(path: path).take(results) }
        let files = requests.flatMap { ReportFile.files(for: $0, options) }
        let graded = GradedResults(results, try rules.grades(of: results))
        for file in files { try file.take(graded) }
        let code = summary.exitCode == 1 && options.exitsWithZero ? 0 : summary.exitCode
        if !options.isQuiet {
            let style = TerminalStyle(isUTF8: TerminalInfo.adoptedLocaleIsUTF8)
            // The text report says it, too: on a terminal once is enough.
            let isShown = requests.contains { $0.format == "text" && $0.path == nil } && isatty(STDOUT_FILENO) == 1
            let written = [options.gradebook].compactMap { $0 } + files.compactMap(\.written)
            StandardError.print((isShown ? "" : summary.verdictRow(style)) + summary.reportRow(written, code, style))
        }
        return code
    }

    // MARK: - The course

    /// The names of a course that can be read.
    static func outline(_ course: String?) throws(CommandError) -> CourseOutline {
        let found = try CourseChoice.find(option: course)
        let (outline, problems) = CourseOutline.load(at: found.root)
        let newer = problems.first { if case .field(_, .newerFormat) = $0.kind { true } else { false } }
        guard let outline, newer == nil else {
            throw .course(.unreadable((newer ?? problems.first).map(ErrorText.line) ?? found.root))
        }
        return outline
    }

    private static func filter(_ options: GradeOptions, _ outline: CourseOutline) throws(CommandError) -> BatchFilter {
        var exercises: Set<String> = []
        for name in options.exercises { exercises.insert("\(try GradeInputs.id(name, in: outline))") }
        return BatchFilter(
            exercises: exercises.isEmpty ? nil : exercises,
            learners: options.learners.isEmpty ? nil : Set(options.learners), shard: options.shard)
    }
}
