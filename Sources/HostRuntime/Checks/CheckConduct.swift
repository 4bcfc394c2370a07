// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Watches how a submission behaves while a check runs: what it leaves unhandled, and what it spends.
///
/// It stands where, in a program that runs by itself, the program's own JavaScript would be asked; a submission can
/// change that as it likes, but not this.
final class CheckConduct {
    /// Something failed where nothing of the program handles it.
    struct Violation {
        enum Kind: String {
            case rejection
            case exception
        }

        let kind: Kind
        let error: ScriptValue
    }

    var budgets = CheckBudgets()
    /// The first violation.
    private(set) var violation: Violation?
    /// Why the submission has to stop.
    private(set) var stop: CheckStop?

    private unowned(unsafe) let runtime: Runtime
    private let clock: VirtualClock?
    private var unhandled: [(id: UInt64, promise: ScriptValue)] = []
    private var task: UInt64 = .max
    private var jobs = 0

    init(_ runtime: Runtime) {
        self.runtime = runtime
        clock = runtime.clock as? VirtualClock
    }

    // MARK: What is left unhandled

    func rejectionChanged(of promise: ScriptValue, isHandled: Bool) {
        let id = promise.promiseID
        if isHandled {
            unhandled.removeAll { $0.id == id }
        } else {
            unhandled.append((id, promise))
            runtime.hasRejections = true
        }
    }

    /// Both queues are empty: what is unhandled by now ends a program of Node.
    func checkpointDidEmpty() {
        runtime.hasRejections = false
        defer { unhandled = [] }
        guard violation == nil, let first = unhandled.first, case .rejected(let reason) = first.promise.promiseState
        else { return }
        violation = Violation(kind: .rejection, error: reason)
    }

    func uncaught(_ error: ScriptValue) {
        if violation == nil { violation = Violation(kind: .exception, error: error) }
    }

    // MARK: What it spends

    /// A promise job or a tick was queued.
    func noteJob() {
        let now = clock?.taskCount ?? 0
        if now != task { (task, jobs) = (now, 0) }
        jobs += 1
        if jobs > budgets.jobsPerCheckpoint { end(.jobs) }
    }

    /// Stops the program.
    func end(_ reason: CheckStop) {
        if stop == nil { stop = reason }
        runtime.ending = runtime.ending ?? .interrupted
        runtime.loop.inbox.requestStop()
        runtime.context.interrupter.interrupt()
    }
}
