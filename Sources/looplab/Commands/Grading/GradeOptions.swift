// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import Results

/// One report that was asked for.
struct ReportRequest: Equatable {
    /// The name of its format.
    var format: String
    /// Where it goes; nil for standard output.
    var path: String?

    /// Reads `junit`, or `junit=report.xml`; a path of `-` is standard output.
    init(_ text: String, option: String) throws(CommandError) {
        let equals = text.firstIndex(of: "=")
        format = String(text[..<(equals ?? text.endIndex)])
        let path = equals.map { String(text[text.index(after: $0)...]) }
        self.path = path == "-" ? nil : path
        let isPath = path?.isEmpty != true && path?.utf8.contains(0) != true
        guard isPath, ResultFormat.named(format) != nil else {
            let formats = ResultFormat.all.map(\.name).joined(separator: ", ")
            throw .badValue(option: option, value: text, expected: "FORMAT or FORMAT=PATH, where FORMAT is \(formats)")
        }
    }
}

/// What the words of `looplab grade` say.
struct GradeOptions: Equatable {
    var course: String?
    /// The names of the exercises that are wanted; none for all.
    var exercises: [String] = []
    /// The learners that are wanted; none for all.
    var learners: [String] = []
    /// The exercise that single files are for.
    var exercise: String?
    /// The learner whose single files are.
    var learner: String?
    /// Where the files of a list are.
    var root: String?
    var reports: [ReportRequest] = []
    var hasByteOrderMark = false
    /// The gradebook that keeps the results.
    var gradebook: String?
    /// The rules of the class by which reports give grades.
    var classFile: String?
    var jobs: Int?
    var state: String?
    var isResumed = false
    var regrade: JournalSelection?
    var shard: Shard?
    var exitsWithZero = false
    var isQuiet = false

    /// Takes an option with its value; false for another.
    mutating func take(_ name: String, _ value: String?, _ reader: inout WordReader) throws(CommandError) -> Bool {
        switch name {
        case "--course": course = try reader.value(of: name, value)
        case "--only": exercises += Self.names(try reader.value(of: name, value))
        case "--learners": learners += Self.names(try reader.value(of: name, value))
        case "--exercise": exercise = try reader.value(of: name, value)
        case "--learner": learner = try reader.value(of: name, value)
        case "--root": root = try reader.value(of: name, value)
        case "--format": reports.append(try ReportRequest(reader.value(of: name, value), option: name))
        case "--bom": hasByteOrderMark = true
        case "--gradebook": gradebook = try reader.value(of: name, value)
        case "--class": classFile = try reader.value(of: name, value)
        case "--json": reports.append(try ReportRequest("json", option: name))
        case "--jobs": jobs = try reader.number(of: name, value, to: Self.jobLimit)
        case "--state": state = try reader.value(of: name, value)
        case "--resume": isResumed = true
        case "--regrade":
            let text = try reader.value(of: name, value)
            guard let selection = JournalSelection(rawValue: text) else {
                throw .badValue(option: name, value: text, expected: "changed, failed or all")
            }
            regrade = selection
        case "--shard":
            let text = try reader.value(of: name, value)
            guard let shard = Shard(text) else {
                throw .badValue(option: name, value: text, expected: "a part of several such as 2/5")
            }
            self.shard = shard
        case "--exit-zero": exitsWithZero = true
        case "--quiet", "-q": isQuiet = true
        default: return false
        }
        return true
    }

    /// Throws where the options contradict each other.
    func check() throws(CommandError) {
        if isResumed, regrade != nil { throw .grading(.contrary("--resume", "--regrade")) }
        var places: Set<String> = []
        for report in reports where !places.insert(report.path ?? "-").inserted {
            throw .grading(.samePlace(report.path ?? "standard output"))
        }
    }

    /// What is done with an earlier journal.
    var opening: GradingJournal.Opening {
        if let regrade { return .regrade(regrade) }
        return isResumed ? .resume : .anew
    }

    private static let jobLimit = 256

    /// As many as there are processors, unless somebody says otherwise.
    var jobCount: Int { jobs ?? min(Self.jobLimit, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    private static func names(_ text: String) -> [String] {
        text.split(separator: ",").map(String.init)
    }
}
