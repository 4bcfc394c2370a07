// SPDX-License-Identifier: MIT
internal import Glibc
public import HostRuntime
public import Scheduling
public import Tracing

/// Runs a program that somebody else wrote in a process of its own and brings back its record.
public enum ReplaySandbox {
    /// The first word of the command line that makes this executable the process inside.
    public static let childWord = "--inside-sandbox"

    /// Runs a program and waits for its end; SIGPIPE must be ignored in this process.
    ///
    /// It may run under the rules of a misconception, and by a plan of its own where orders are left open. `onStart` is
    /// called when the process is there and a signal for this one would end it.
    public static func run(
        _ program: ReplayProgram, _ limits: ReplayLimits = ReplayLimits(),
        believing misconception: Misconception? = nil, plan: ChoicePlan? = nil, onStart: () -> Void = {}
    ) throws(ReplayFailure) -> RecordedRun {
        var program = program
        if let plan { program.choices = plan.choices }
        var job = ReplayJob(program, limits)
        job.misconception = misconception
        job.plan = plan ?? job.plan
        let signals = SignalDescriptor([SIGINT, SIGTERM, SIGHUP])
        let result: SandboxedProcess.Result
        do throws(ReplayFailure) {
            result = try reply(to: job, signals, onStart)
        } catch {
            signals.close()
            throw error
        }
        signals.close()
        switch result.stop {
        case .timeout: throw .timedOut
        case .replyTooLong: throw .flooded(limit: limits.recordBytes)
        case .asked, nil: break
        }
        switch result.exit {
        case .signal(let signal): throw failure(by: signal, result.peakBytes, limits)
        case .code(let code): return try run(SandboxExit(rawValue: code), result.reply, program, limits)
        }
    }

    private static func reply(
        to job: ReplayJob, _ signals: borrowing SignalDescriptor, _ onStart: () -> Void
    ) throws(ReplayFailure) -> SandboxedProcess.Result {
        let process: SandboxedProcess
        do throws(SandboxedProcess.Failure) {
            process = try SandboxedProcess.start([childWord])
        } catch {
            throw .noProcess(errno: error.errno)
        }
        onStart()
        let time = job.limits.timeout.addingReportingOverflow(ReplayLimits.grace)
        let result = process.exchange(
            job.bytes, replyLimit: job.limits.recordBytes, nanoseconds: time.overflow ? .max : time.partialValue,
            stop: signals.descriptor)
        if result.stop == .asked { throw .interrupted(signal: signals.take() ?? SIGTERM) }
        return result
    }

    private static func failure(by signal: Int32, _ peakBytes: Int, _ limits: ReplayLimits) -> ReplayFailure {
        switch signal {
        case SIGSYS: .forbidden
        case SIGXCPU: .timedOut
        // Nobody else kills it so: the system is short of memory.
        case SIGKILL: .outOfMemory(bytes: limits.memoryBytes)
        // What has no memory left ends in one way or another.
        default: peakBytes > limits.memoryBytes / 2 ? .outOfMemory(bytes: limits.memoryBytes) : .crashed
        }
    }

    private static func run(
        _ exit: SandboxExit?, _ reply: [UInt8], _ program: ReplayProgram, _ limits: ReplayLimits
    ) throws(ReplayFailure) -> RecordedRun {
        switch exit {
        case .notConfined: throw .notConfined
        case .noEngine: throw .noEngine
        case .badJob, .noResult, nil: throw .crashed
        case .ended?, .timedOut?, .outOfMemory?, .recordedEnough?, .stuck?, .clockExhausted?: break
        }
        let trace: Trace
        do throws(TraceError) {
            trace = try TraceDecoder.decode(reply)
        } catch {
            throw .badRecord
        }
        let ending: RunEnding =
            switch exit {
            case .timedOut: .timedOut
            case .outOfMemory: .heapLimit(bytes: limits.memoryBytes)
            case .recordedEnough: .recordedEnough(events: program.allowedEvents)
            case .stuck: .stuck
            case .clockExhausted: .clockExhausted
            default: .exited(code: trace.exitCode)
            }
        return RecordedRun(ending: ending, trace: trace, choices: trace.choices)
    }
}

/// Why a replay has no record.
public enum ReplayFailure: Error, Equatable, Sendable {
    /// It was killed because its time was over and it did not look up.
    case timedOut
    /// It died because there was no more memory for it.
    case outOfMemory(bytes: Int)
    /// It asked the system for something that it must not have.
    case forbidden
    /// Its record is too large.
    case flooded(limit: Int)
    /// What it gave back is no trace.
    case badRecord
    /// A signal came for this process, so it was killed.
    case interrupted(signal: Int32)
    /// It died by a signal that says nothing, or left with a code that it does not have.
    case crashed
    /// It was not run: the system started no process; its error.
    case noProcess(errno: Int32)
    /// It was not run: the process could not give up its rights.
    case notConfined
    /// It was not run: the engine did not start.
    case noEngine
}

extension Trace {
    /// The code with which the program says that it ended.
    fileprivate var exitCode: Int32 {
        Int32(truncatingIfNeeded: events.last { $0.kind == .programEnded }?.value ?? 0)
    }
}
