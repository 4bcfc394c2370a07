// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import Markup
internal import Reporting

/// `looplab report`: what a class has done, and what it has not understood yet.
struct ReportCommand: Subcommand, Equatable {
    static let name = "report"
    static let synopsis = (operands: "SOURCE…", summary: "what a class has not understood")
    static let help = """
        usage: looplab report GRADEBOOK | PROGRESS ... | RESULTS ... [OPTIONS]

        Who has done what and when, who is stuck and on which check, how hard
        exercises and checks are, what the class believes and which lesson treats
        it, time and attempts to pass, hints, change from week to week, and
        submissions that are alike. Made of a gradebook, of learners' progress files
        and exports, or of results of looplab grade (json, jsonl). Of a folder all
        that are one of these, whatever their names.

          --format FORMAT[=PATH]     text (default), html, markdown, csv or json; may be
                                     repeated with paths
          --class FILE               class.yaml: sections, deadlines, what being late
                                     costs, extensions, overrides
          --section NAME             one section
          --learner NAME             one learner
          --exercise NAME            one exercise: 2.04, or its name
          --lesson NAME              the exercises of one lesson: 2.3, or its name
          --anonymous                numbers in place of the learners' names
          --stuck N                  from how many attempts without a pass on somebody
                                     is stuck (default 5)
          --table NAME               of csv: standings (default), learners, exercises,
                                     checks, misconceptions, stuck, similar
          --bom                      begin csv with a byte order mark, for Excel
          --submissions DIR          the folder that was graded, as it was given to
                                     grade, to compare programs of a gradebook or of
                                     results
          --course DIR               lessons of another course (also LOOPLAB_COURSE)

        exit codes: 0 ok, 2 usage or an unreadable file, 3 a database or a disk that
        fails, or a file among others that could not be read: the report is without it

        """

    /// A format, and where it goes; nil for standard output.
    struct Output: Equatable {
        var format: ReportFormat
        var path: String?
    }

    /// A part of the class, as an option names it.
    struct Scope: Equatable {
        var option: String
        var name: String
    }

    var paths: [String] = []
    var outputs: [Output] = []
    var classFile: String?
    var scopes: [Scope] = []
    var isAnonymous = false
    var stuckLimit = 5
    var table = ReportTableName.standings
    var hasByteOrderMark = false
    var submissions: String?
    var course: String?

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--format": outputs.append(try Self.output(try reader.value(of: name, value)))
        case "--class": classFile = try reader.value(of: name, value)
        case "--section", "--learner", "--exercise", "--lesson":
            scopes.append(Scope(option: name, name: try reader.value(of: name, value)))
        case "--anonymous": isAnonymous = true
        case "--bom": hasByteOrderMark = true
        case "--stuck": stuckLimit = try reader.number(of: name, value, to: 10_000)
        case "--table": table = try reader.choice(of: name, value)
        case "--submissions": submissions = try reader.value(of: name, value)
        case "--course": course = try reader.value(of: name, value)
        default: return false
        }
        return true
    }

    private static func output(_ text: String) throws(CommandError) -> Output {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let format = ReportFormat(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else {
            let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badValue(option: "--format", value: text, expected: "one of \(known), with or without =PATH")
        }
        return Output(format: format, path: parts.count == 1 || parts[1] == "-" ? nil : parts[1])
    }

    mutating func take(operand: String) {
        paths.append(operand)
    }

    func check() throws(CommandError) {
        if paths.isEmpty { throw .report(.missingSource) }
        if scopes.count > 1 { throw .grading(.contrary(scopes[0].option, scopes[1].option)) }
        let places = outputs.map { $0.path ?? "standard output" }
        if let twice = places.first(where: { place in places.count { $0 == place } > 1 }) {
            throw .grading(.samePlace(twice))
        }
    }

    func perform() throws(CommandError) -> Int32 {
        let outline = try CourseChoice.optionalOutline(option: course)
        var request = ClassReportRequest()
        request.policy = try ClassChoice.policy(classFile, outline)
        request.course = outline.map { ReportedCourse($0) }
        request.isAnonymous = isAnonymous
        request.stuckLimit = stuckLimit
        request.scope = try scope(outline)
        request.words = { ErrorText.text(of: $0) }
        if let submissions {
            let folder = try GradeError.catching { () throws(BatchError) in try SubmissionFolder(submissions) }
            request.program = { folder.text(of: $0, hash: $1) }
        }
        let report: ClassReport
        do throws(ReportError) {
            report = try ClassReport(of: try ReportInput.detected(paths), request)
        } catch {
            throw .report(.source(error))
        }
        for output in outputs.isEmpty ? [Output(format: .text)] : outputs { try write(report, output) }
        return Self.tellUnreadable(report)
    }

    // MARK: - What it is about

    private func scope(_ outline: CourseOutline?) throws(CommandError) -> ReportScope {
        guard let scope = scopes.first else { return .everyone }
        let name = scope.name
        switch scope.option {
        case "--section": return .section(name)
        case "--learner": return .learner(name)
        case "--exercise":
            // What the course does not have may still be in the gradebook.
            return .exercise((try? outline?.exercise(named: name))?.description ?? name)
        default:
            guard let outline else { throw .course(.notFound) }
            do throws(CourseNameProblem) {
                return .lesson(try outline.lesson(named: name).description)
            } catch {
                throw .study(.lessonName(error))
            }
        }
    }

    // MARK: - Where it goes

    private func write(_ report: ClassReport, _ output: Output) throws(CommandError) {
        let style = output.path == nil ? Screen.detect().style : TerminalStyle()
        let bytes = output.format.bytes(of: report, style: style, table: table, hasByteOrderMark: hasByteOrderMark)
        guard let path = output.path else {
            _ = try StandardOutput.print(String(decoding: bytes, as: UTF8.self))
            return
        }
        let failure = ReplacedFile.write(bytes, to: path)
        if failure != 0 { throw .fileNotWritten(path: path, errno: failure) }
    }

    /// Names the files that the report is without; 3 where there are any.
    private static func tellUnreadable(_ report: ClassReport) -> Int32 {
        var code: Int32 = 0
        for case .unreadable(let file, let reason) in report.remarks {
            ErrorText.write("the report is without \(file)\(reason.isEmpty ? "" : ": \(reason)")")
            code = 3
        }
        return code
    }
}
