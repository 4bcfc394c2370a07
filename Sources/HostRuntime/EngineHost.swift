// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Answers the engine's host hooks for a runtime.
///
/// Apart from `Runtime` because the context needs its host before the runtime is whole.
final class EngineHost: DateClockHost {
    // Set before any JavaScript runs, and the runtime owns this object, so the reference cannot dangle.
    private unowned(unsafe) var owner: Runtime?
    var runtime: Runtime {
        get { owner.unsafelyUnwrapped }
        set { owner = newValue }
    }

    private struct RejectionChange {
        let promise: ScriptValue
        let isHandled: Bool
    }

    /// In their order, what happened where recursion had left no stack to note it, and all that followed.
    private var delayedChanges: [RejectionChange] = []

    /// The objects of the ports that came with the message being read.
    var arrivals: [ScriptValue?] = []

    func enqueue(_ job: PromiseJob) {
        if runtime.watchesJobs { return enqueueWatched(job) }
        runtime.loop.enqueueMicrotask(job.number | Handle.job)
    }

    @inline(never)
    private func enqueueWatched(_ job: PromiseJob) {
        if runtime.execution != nil { runtime.noteOrigin(of: job) }
        runtime.conduct?.noteJob()
        runtime.loop.enqueueMicrotask(job.number | Handle.job)
        if runtime.keepsChainsTogether { runtime.noteChain() }
    }

    func rejectionChanged(of promise: ScriptValue, isHandled: Bool) {
        if let conduct = runtime.conduct { return conduct.rejectionChanged(of: promise, isHandled: isHandled) }
        let change = RejectionChange(promise: promise, isHandled: isHandled)
        if delayedChanges.isEmpty {
            let ending = note(change)
            guard case .thrown(let error) = ending, !error.isOutOfMemory else { return settle(ending) }
        }
        delayedChanges.append(change)
        runtime.hasRejections = true
    }

    /// Notes what could not be noted where it happened; called where the stack is empty.
    func noteDelayedChanges() {
        let changes = delayedChanges
        delayedChanges = []
        for change in changes { settle(note(change)) }
    }

    private func note(_ change: RejectionChange) -> Ending {
        let context = runtime.context
        var reason = context.undefined
        if case .rejected(let value) = change.promise.promiseState { reason = value }
        let arguments = [change.promise, reason, context.boolean(change.isHandled)]
        return context.call(runtime.hooks.rejectionChanged, arguments).ending
    }

    // Where there is no memory left to note a rejection, the program must not end as if there had been none.
    private func settle(_ ending: Ending) {
        if runtime.outcome(ending) == .stop { runtime.loop.inbox.requestStop() }
    }

    func shouldContinue() -> Bool {
        let runtime = runtime
        if runtime.ending != nil || runtime.role.worker?.link.isStopped == true { return false }
        if runtime.context.isHeapFull {
            runtime.ending = .heapLimit(bytes: runtime.options.heapBytes)
            return false
        }
        guard let reason = runtime.watchdog?.reason else { return true }
        return reason == .memory && runtime.recoversMemory()
    }

    func resolveModule(_ specifier: String, from referrer: Referrer) throws(ThrownError) -> ScriptValue {
        try runtime.modules.module(for: specifier, from: referrer)
    }

    func importDynamically(_ specifier: String, from referrer: Referrer, request: DynamicImport) {
        runtime.modules.importDynamically(specifier, from: referrer, request)
    }

    func populate(importMeta: ScriptValue, of module: Referrer) {
        runtime.modules.populate(importMeta: importMeta, of: module)
    }

    func makePort(at index: Int) -> ScriptValue? {
        index < arrivals.count ? arrivals[index] : nil
    }

    var dateMilliseconds: Double {
        let clock = runtime.clock
        return Double((clock.wallTimeOrigin + runtime.readClock("Date.now")) / 1_000_000)
    }
}
