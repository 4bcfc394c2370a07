// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling
internal import Tracing

/// What may be spent on a replay.
public struct ReplayLimits: Equatable, Sendable {
    /// Nanoseconds of real time that the program may run.
    public var timeout: UInt64 = 10_000_000_000
    /// Bytes of memory that the program may need.
    public var memoryBytes = 256 << 20
    /// Bytes that its record may have.
    public var recordBytes = 128 << 20

    /// The limits that a replay has unless somebody asks for others.
    public init() {}

    /// After how many events any run is stopped.
    static let eventBudget: UInt64 = 100_000
    /// Bytes of text that a record keeps.
    static let textBytes = 4 << 20
    /// Nanoseconds that starting and writing the record may take besides.
    static let grace: UInt64 = 20_000_000_000
}

extension ReplayProgram {
    /// After how many events its run is stopped.
    var allowedEvents: UInt64 {
        eventBudget > 0 ? min(eventBudget, ReplayLimits.eventBudget) : ReplayLimits.eventBudget
    }
}

/// What the sandboxed process is told: six numbers of eight bytes, then the program.
struct ReplayJob {
    /// The process that gave the job.
    var parent: pid_t
    var limits: ReplayLimits
    var program: ReplayProgram
    /// The wrong rules to run it under; nil for the right ones.
    var misconception: Misconception?
    /// The orders to take where the order is left open; nil to let the program's seed decide.
    var plan: ChoicePlan?

    init(_ program: ReplayProgram, _ limits: ReplayLimits) {
        parent = getpid()
        self.limits = limits
        self.program = program
        // A program that names decisions has them from a search in which durations varied.
        if !program.choices.isEmpty { plan = ChoicePlan(choices: program.choices, variesDurations: true) }
    }

    /// The most bytes that a job has.
    static let byteLimit = 2 * ShareToken.byteLimit

    private static let headerBytes = 48

    var bytes: [UInt8] {
        let belief = misconception.flatMap { Misconception.allCases.firstIndex(of: $0) }.map { UInt64($0) + 1 }
        let mode: UInt64 = plan.map { $0.variesDurations ? 2 : 1 } ?? 0
        let numbers: [UInt64] = [
            UInt64(parent), limits.timeout, UInt64(limits.memoryBytes), belief ?? 0, mode, plan?.seed ?? 0,
        ]
        let header = numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
        return header + ProgramWriter.bytes(of: program)
    }

    /// Reads a job; nil if it is none.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > Self.headerBytes else { return nil }
        let numbers = (0..<6).map { index in
            bytes[(index * 8)..<(index * 8 + 8)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        guard let parent = pid_t(exactly: numbers[0]), let memory = Int(exactly: numbers[2]) else { return nil }
        var reader = ProgramReader(Array(bytes[Self.headerBytes...]))
        do throws(TokenError) {
            program = try reader.program()
        } catch {
            return nil
        }
        self.parent = parent
        limits = ReplayLimits()
        limits.timeout = numbers[1]
        limits.memoryBytes = memory
        if numbers[3] > 0 {
            guard numbers[3] <= Misconception.allCases.count else { return nil }
            misconception = Misconception.allCases[Int(numbers[3]) - 1]
        }
        plan =
            numbers[4] == 0
            ? nil : ChoicePlan(choices: program.choices, seed: numbers[5], variesDurations: numbers[4] == 2)
    }
}

/// How the sandboxed process says by its exit code what became of the job.
enum SandboxExit: Int32 {
    /// The program ended by itself; its record is complete.
    case ended = 0
    /// It ran too long; the record goes until then.
    case timedOut = 10
    /// It needed too much memory.
    case outOfMemory = 11
    /// It did too much to be recorded.
    case recordedEnough = 12
    /// Nothing in it can happen any more.
    case stuck = 13
    /// Virtual time is over.
    case clockExhausted = 14
    /// The job could not be read or did not come from the parent.
    case badJob = 20
    /// The system refused a limit or the filter; the program was not run.
    case notConfined = 21
    /// The engine did not start.
    case noEngine = 22
    /// The record could not be handed over.
    case noResult = 23
}
