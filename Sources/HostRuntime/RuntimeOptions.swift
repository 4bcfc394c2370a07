// SPDX-License-Identifier: MIT
public import Scheduling
public import Tracing

/// Choices of one runtime.
public struct RuntimeOptions {
    /// Which queues and which globals the program finds: those of Node or those of a page.
    public var profile: LoopProfile
    /// Which kind of time the program sees.
    public var clock: ClockKind
    /// Decides random numbers and the orders that are left open, under the virtual clock.
    public var seed: UInt64
    /// What `process.argv` holds: program, script, arguments.
    public var arguments: [String]
    /// The directory from which relative paths count; the process's own when nil.
    public var directory: String?
    /// The environment that the program sees.
    public var environment: [(name: String, value: String)]
    /// Bytes of memory after which the program is stopped.
    public var heapBytes: Int
    /// Real time in nanoseconds after which the program is stopped; nil for no limit.
    public var timeout: UInt64?
    /// Whether output is coloured.
    public var color: ProgramColor
    /// Records where promises were made, so that waiting jobs can be named; awaits then cost more.
    public var keepsAsyncStacks: Bool
    /// Where the program's output goes.
    public var output: any ProgramOutput
    /// The version of the program that embeds this runtime.
    public var productVersion: String
    /// Decides the orders that are left open, in place of the seed, which then makes random numbers only.
    ///
    /// It is the main thread's; a worker goes by the seed.
    public var choicePlan: ChoicePlan?
    /// All the files that there are for the program, which then has neither workers nor a standard input; nil for those
    /// of the system.
    public var sealedFiles: SealedFiles?
    /// Whether the program may read the process's standard input, which is empty for it otherwise.
    public var hasStandardInput = true
    /// Takes the record of the run; nil where none is wanted.
    public var collector: TraceCollector?
    /// Runs the program under deliberately wrong rules; nil for the right ones.
    public var misconception: Misconception?

    /// Makes the choices of an ordinary run on the system clock.
    public init(output: any ProgramOutput, productVersion: String) {
        profile = .node
        clock = .system
        seed = 0
        arguments = []
        directory = nil
        environment = []
        heapBytes = MemoryGauge.defaultLimit
        timeout = nil
        color = .onTerminals
        keepsAsyncStacks = false
        self.output = output
        self.productVersion = productVersion
    }
}

@available(*, unavailable)
extension RuntimeOptions: Sendable {}

/// Where a program's output is coloured.
public enum ProgramColor: Equatable, Sendable {
    /// Nowhere.
    case never
    /// On a stream that is a terminal.
    case onTerminals
    /// Everywhere.
    case always
}

/// Why a program ended.
public enum RunEnding: Equatable, Sendable {
    /// By itself or by `process.exit`, with this code.
    case exited(code: Int32)
    /// The time given to it was over.
    case timedOut
    /// Somebody interrupted it.
    case interrupted
    /// It needed more memory than it was given.
    case heapLimit(bytes: Int)
    /// Its output could not be written; the number is the system's error.
    case outputFailed(errno: Int32)
    /// Virtual time ran past its end.
    case clockExhausted
    /// All its threads wait for one another, so nothing can happen any more; in virtual time only.
    case stuck
    /// A signal asked the process to end.
    case signalled(Int32)
    /// So many events were recorded as its record may have.
    case recordedEnough(events: UInt64)
}

/// Why a program could not be started.
public enum RuntimeError: Error, Equatable, Sendable {
    /// The engine refused.
    case engine(String)
    /// There was no memory for the engine.
    case outOfMemory
    /// The loop got no descriptor from the system.
    case noDescriptor(SchedulingError)
    /// A file could not be read; the number is the system's error.
    case unreadable(path: String, errno: Int32)
    /// A file is a directory.
    case isDirectory(path: String)
    /// A file has more bytes than source text may have, or never ends.
    case tooLarge(path: String, limit: Int)
    /// A file is not UTF-8; offset in bytes, line from 1.
    case notUTF8(path: String, offset: Int, line: Int)
}
