// SPDX-License-Identifier: MIT
internal import Glibc
public import HostRuntime
public import Scheduling
public import Tracing

/// What one run of a program is to be like.
public struct RunRequest: Equatable, Sendable {
    /// How much is recorded.
    public var level: TraceLevel
    /// The orders to take where the order is left open.
    public var plan: ChoicePlan
    /// The wrong rules to run it under; nil for the right ones.
    public var misconception: Misconception?
    /// After how many events the run is stopped; nil for as many as the runner allows.
    public var eventBudget: UInt64?
    /// Nanoseconds of real time after which the run is stopped; nil for as many as the runner allows.
    public var timeout: UInt64?

    /// Asks for a run with the usual order where nothing else is said.
    public init(level: TraceLevel, plan: ChoicePlan = ChoicePlan()) {
        self.level = level
        self.plan = plan
    }
}

/// Runs one program, as often as it is asked to, and brings back the record.
public protocol ProgramRunner {
    /// Runs the program from its beginning, on the virtual clock, without a standard input, its output unseen.
    ///
    /// The decisions of the run are in its trace. Throws ``PredictionError/interrupted(signal:)`` where a signal ended
    /// it.
    func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun
}

/// Runs a program of the person at the terminal in this process.
///
/// The calling thread must have no other runtime open, and the engine must have been started.
public struct EngineRunner: ProgramRunner {
    private let entry: Entry
    private let name: String
    private let options: RuntimeOptions
    private let signals: [Int32]

    /// After how many events a run is stopped.
    public var eventBudget: UInt64 = 100_000
    /// Nanoseconds of real time after which a run is stopped.
    public var timeout: UInt64 = 5_000_000_000

    /// Takes a program that was read; `name` is what records call it.
    ///
    /// The signals end a run; they must be blocked whenever one is asked for.
    public init(_ entry: Entry, name: String, _ options: RuntimeOptions, signals: [Int32] = []) {
        self.entry = entry
        self.name = name
        self.options = options
        self.signals = signals
    }

    /// Runs the program in this process.
    public func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun {
        var runtime = options
        runtime.clock = .virtual
        runtime.output = UnseenOutput()
        runtime.choicePlan = request.plan
        runtime.misconception = request.misconception
        runtime.hasStandardInput = false
        var recording = ProgramRecording.Options(level: request.level)
        recording.eventBudget = min(request.eventBudget ?? eventBudget, eventBudget)
        recording.limits = Watchdog.Limits(
            timeout: min(request.timeout ?? timeout, timeout), memoryBytes: runtime.heapBytes, signals: signals)
        let run: RecordedRun
        do throws(RuntimeError) {
            run = try ProgramRecording.run(entry, name: name, runtime, recording)
        } catch {
            throw .runtime(error)
        }
        switch run.ending {
        case .interrupted: throw .interrupted(signal: SIGINT)
        case .signalled(let signal): throw .interrupted(signal: signal)
        default: return run
        }
    }
}

@available(*, unavailable)
extension EngineRunner: Sendable {}

/// Runs a program that somebody else wrote, each time in a sandboxed process of its own.
///
/// SIGPIPE must be ignored in this process.
public struct SandboxRunner: ProgramRunner, Sendable {
    private let program: ReplayProgram
    private let limits: ReplayLimits

    /// Takes a program and what may be spent on a run of it.
    public init(_ program: ReplayProgram, _ limits: ReplayLimits = ReplayLimits()) {
        self.program = program
        self.limits = limits
    }

    /// Runs the program in the sandbox.
    public func record(_ request: RunRequest) throws(PredictionError) -> RecordedRun {
        var asked = program
        asked.level = request.level
        asked.eventBudget = request.eventBudget ?? program.eventBudget
        var limits = limits
        limits.timeout = min(limits.timeout, request.timeout ?? limits.timeout)
        do throws(ReplayFailure) {
            return try ReplaySandbox.run(asked, limits, believing: request.misconception, plan: request.plan)
        } catch .interrupted(let signal) {
            throw .interrupted(signal: signal)
        } catch .timedOut {
            throw .notPredictable(.stopped(.timedOut))
        } catch {
            throw .sandbox(error)
        }
    }
}
