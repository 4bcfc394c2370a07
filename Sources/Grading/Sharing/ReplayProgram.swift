// SPDX-License-Identifier: MIT
internal import HostRuntime
public import Scheduling
public import Tracing

/// A program that somebody else is to see: its texts, and how it is to be run.
///
/// It knows nothing of the machine on which it was: paths count from the directory that holds all its files.
public struct ReplayProgram: Equatable, Sendable {
    /// What the program begins with.
    public enum Entry: UInt8, Equatable, Sendable {
        /// The first file.
        case file
        /// Text of a command line, which is the first of `files` under the name `[eval]`.
        case code
        /// Text of standard input, which is the first of `files` under the name `[stdin]`.
        case standardInput
        /// A submission, which is the first file, under one check of an exercise: the arguments name both.
        ///
        /// A token has no checks; whoever replays it adds them as the second file, and the name of what the submission
        /// has to define, if any, as the third argument.
        case check
    }

    /// A text and its path.
    public struct File: Equatable, Sendable {
        /// Relative, with `/` between names, none of which is empty or a dot.
        public var path: String
        /// The source text.
        public var text: String

        /// Makes a file from its parts.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// What it begins with.
    public var entry: Entry
    /// The texts, that of the program first.
    public var files: [File]
    /// The directory in which text without a file runs; empty for the one that holds all files.
    public var directory = ""
    /// What follows the program in `process.argv`.
    public var arguments: [String] = []
    /// Which queues and globals it finds.
    public var profile: LoopProfile = .node
    /// What decides the orders that are left open.
    public var seed: UInt64 = 0
    /// The decisions to take before the seed decides.
    public var choices: [Int] = []
    /// How much is recorded.
    public var level: TraceLevel = .full
    /// After how many events the run is stopped; 0 for as many as a replay may have.
    public var eventBudget: UInt64 = 0

    /// Makes a program of its texts.
    public init(entry: Entry = .file, files: [File]) {
        self.entry = entry
        self.files = files
    }

    /// The program's name, as a record calls it.
    public var name: String {
        files.first.map { String($0.path.split(separator: "/").last ?? "") } ?? ""
    }

    /// How many bytes its texts have.
    public var byteCount: Int { files.reduce(0) { $0 + $1.text.utf8.count } }
}

extension ReplayProgram {
    /// Why a recorded run cannot be shared.
    public enum Refusal: Error, Equatable, Sendable {
        /// It started workers, which a replay refuses.
        case hasWorkers
        /// The name of a file cannot stand in a token.
        case badName(String)
    }

    /// Takes a program from the record of its run.
    ///
    /// `directory` is the absolute path from which the relative names of the record count: that of the program's file,
    /// or the one in which text without a file ran.
    public init(_ trace: Trace, entry: Entry, directory: String) throws(Refusal) {
        if trace.events.contains(where: { $0.thread > 0 }) { throw .hasWorkers }
        let hasFile = entry == .file
        let sources = trace.sources.map { source in
            let isPath = hasFile || source.file != trace.sources[0].file
            return (path: isPath ? Self.absolute(source.file, from: directory) : nil, source: source)
        }
        let paths = sources.compactMap(\.path)
        let above = hasFile ? paths.map { $0.dropLast() } : paths.map { $0.dropLast() } + [Self.names(directory)[...]]
        let root = Self.commonBeginning(above)
        self.init(
            entry: entry,
            files: sources.map { path, source in
                File(path: path.map { $0[root...].joined(separator: "/") } ?? source.file, text: source.text)
            })
        if !hasFile { self.directory = Self.names(directory)[root...].joined(separator: "/") }
        if let bad = files.first(where: { !Self.isPath($0.path) }) { throw .badName(bad.path) }
        profile = trace.header.profile
        seed = trace.header.seed
        level = trace.header.level
    }

    private static func names(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

    private static func absolute(_ path: String, from directory: String) -> [String] {
        names(path.hasPrefix("/") ? path : directory + "/" + path)
    }

    /// How many names all paths have in common at their beginning.
    private static func commonBeginning(_ paths: [ArraySlice<String>]) -> Int {
        guard let first = paths.first else { return 0 }
        return paths.dropFirst().reduce(first.count) { count, path in
            zip(first.prefix(count), path).prefix { $0 == $1 }.count
        }
    }

    /// Whether a text can be the path of a file: it must not lead out of the directory, nor look like several lines.
    static func isPath(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.count <= 512 && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F }
            && names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}

extension ReplayProgram {
    /// A submission under one check, by the schedule that made it fail.
    init(submission: File, exercise: String, check: String, choices: [Int]) {
        self.init(entry: .check, files: [submission])
        arguments = [exercise, check]
        self.choices = choices
        level = .steps
    }

    /// The exercise and the check of a submission that failed under it; nil for any other program.
    public var check: (exercise: String, name: String)? {
        entry == .check && arguments.count >= 2 ? (arguments[0], arguments[1]) : nil
    }

    /// Adds the checks, and what the submission has to define.
    public mutating func add(checks text: String, entry: String?) {
        files = [files[0], File(path: Self.checksPath, text: text)]
        arguments = Array(arguments.prefix(2)) + (entry.map { [$0] } ?? [])
    }

    static let checksPath = ".checks/checks.js"

    /// What is checked; nil where something is missing.
    var checkJob: CheckJob? {
        guard entry == .check, files.count == 2 else { return nil }
        return CheckJob(
            submission: .init(path: files[0].path, text: files[0].text),
            checks: .init(path: files[1].path, text: files[1].text), entry: arguments.count > 2 ? arguments[2] : nil)
    }
}
