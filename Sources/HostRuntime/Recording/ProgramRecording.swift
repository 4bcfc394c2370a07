// SPDX-License-Identifier: MIT
internal import Glibc
public import Scheduling
public import Tracing

/// A run of a program that was recorded.
public struct RecordedRun: Sendable {
    /// Why it ended.
    public let ending: RunEnding
    /// Everything that happened.
    public let trace: Trace
    /// The decisions that were taken where an order is left open.
    public let choices: [Choice]

    /// What a record calls the reading of a standard input that there is not.
    static let inputAPI = "process.stdin"

    /// Whether the program wanted to read a standard input that there was not.
    public var wantedInput: Bool {
        trace.events.contains { $0.kind == .queued && $0.text != 0 && trace.text(of: $0) == Self.inputAPI }
    }

    /// Puts together a run that was recorded elsewhere.
    public init(ending: RunEnding, trace: Trace, choices: [Choice]) {
        self.ending = ending
        self.trace = trace
        self.choices = choices
    }
}

/// Runs programs for the sake of their record.
public enum ProgramRecording {
    /// What of a run is wanted.
    public struct Options: Sendable {
        /// How much is recorded.
        public var level: TraceLevel
        /// After how many events the run is stopped; nil for never.
        public var eventBudget: UInt64?
        /// How many events each thread keeps.
        public var eventLimit: Int
        /// When the run is stopped, and for which signals.
        public var limits: Watchdog.Limits
        /// How many bytes of text each thread keeps.
        public var textLimit = 64 << 20
        /// Called on the loop's thread when everything has been set up and nothing of the program has run.
        public var beforeProgram: (@Sendable () -> Void)?

        /// Records at a level whatever the run does for ten seconds at most.
        public init(level: TraceLevel) {
            self.level = level
            eventBudget = nil
            eventLimit = 1 << 20
            limits = Watchdog.Limits(timeout: 10_000_000_000)
        }
    }

    /// Runs a program to its end on the calling thread, which must have no other runtime open, and records it.
    ///
    /// `name` is what the record calls the program. What the program prints goes to `runtimeOptions.output`, too.
    public static func run(
        _ entry: Entry, name: String, _ runtimeOptions: RuntimeOptions, _ options: Options
    ) throws(RuntimeError) -> RecordedRun {
        let collector = TraceCollector(
            level: options.level, eventLimit: options.eventLimit, textLimit: options.textLimit,
            eventBudget: options.eventBudget ?? .max)
        var made = runtimeOptions
        made.collector = collector
        SharedCode.willRunProgram()
        let runtime = try Runtime(made)
        runtime.watch(options.limits)
        options.beforeProgram?()
        let ending = runtime.run(entry)
        let choices = runtime.loop.policy.record
        let sources = runtime.recordedSources(first: entry)
        runtime.shutDown()
        let header = Trace.Header(
            version: made.productVersion, program: name, profile: made.profile, clock: made.clock, seed: made.seed,
            level: options.level)
        return RecordedRun(ending: ending, trace: collector.trace(header, sources: sources), choices: choices)
    }
}

extension Runtime {
    /// The texts that were run, the program's own first and the others by name.
    func recordedSources(first entry: Entry) -> [Trace.Source] {
        let own =
            switch entry {
            case .file(let path, _): realPath(path)
            case .text(_, let name): name
            }
        let others = texts.keys.filter { $0 != own }.sorted()
        return ([own] + others).compactMap { name in
            texts[name].map { Trace.Source(file: recordedName(name), text: $0) }
        }
    }

    /// The name of a file in the record: from the program's own directory, so that a record is the same wherever the
    /// program lies.
    func recordedName(_ file: String) -> String {
        let path = options.arguments.count > 1 ? realPath(options.arguments[1]) : ""
        guard let slash = path.lastIndex(of: "/") else { return file }
        let directory = path[...slash]
        return file.hasPrefix(directory) ? String(file.dropFirst(directory.count)) : file
    }
}

/// Output that nobody is to see: a record has it.
public final class UnseenOutput: ProgramOutput {
    /// Makes an output that takes everything.
    public init() {}

    /// Takes bytes and forgets them.
    public func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 { 0 }

    /// Does nothing.
    public func flush() -> Int32 { 0 }
}

@available(*, unavailable)
extension UnseenOutput: Sendable {}
