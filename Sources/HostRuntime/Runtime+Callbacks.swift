// SPDX-License-Identifier: MIT
public import Scheduling
internal import ScriptEngine

/// What a callback's handle means: the two top bits of the 32 say who keeps it.
enum Handle {
    /// A promise job of the engine.
    static let job: UInt32 = 1 << 31
    /// A Swift closure in the closure table.
    static let closure: UInt32 = 1 << 30

    /// The number without its mark.
    static func number(_ handle: UInt32) -> UInt32 {
        handle & ~(job | closure)
    }
}

// The one place where the loop's callbacks become JavaScript.
extension Runtime: CallbackRunner {
    /// Runs one callback to its end.
    public func run(_ callback: Callback) -> Outcome {
        let handle = callback.handle
        switch callback.kind {
        case .microtask where handle & Handle.job != 0:
            return outcome(context.run(PromiseJob(number: Handle.number(handle))))
        case .microtask, .tick, .poll:
            if handle & Handle.closure != 0 { return runClosure(closures.take(handle)) }
            forgetPlace(of: callback)
            return outcome(context.callOnce(handle))
        case .timer:
            if handle & Handle.closure != 0 { return runClosure(closures.peek(handle)) }
            noteRunning(callback)
            return outcome(context.call(kept: runTimer, withNumber: handle))
        case .immediate:
            if handle & Handle.closure != 0 { return runClosure(closures.take(handle)) }
            let ending = context.call(hooks.runImmediate, with: handle)
            context.forget(handle)
            forgetPlace(of: callback)
            return outcome(ending)
        case .task where handle & Handle.closure == 0:
            return callOnce(hooks.runTask, callback)
        case .animationFrame:
            return callOnce(hooks.runAnimationFrame, callback)
        case .idle:
            return callOnce(hooks.runIdle, callback)
        case .script, .close, .task:
            runningPlace = ""
            noteRunning(callback)
            forgetPlace(of: callback)
            return runClosure(closures.take(handle))
        }
    }

    private func callOnce(_ function: ScriptValue, _ callback: Callback) -> Outcome {
        noteRunning(callback)
        let ending = context.call(function, with: callback.handle)
        context.forget(callback.handle)
        forgetPlace(of: callback)
        return outcome(ending)
    }

    private func runClosure(_ closure: (() -> Outcome)?) -> Outcome {
        closure?() ?? .completed
    }

    /// Frees what a callback's handle names.
    public func discard(_ callback: Callback) {
        if callback.handle & Handle.job != 0 {
            context.discard(PromiseJob(number: Handle.number(callback.handle)))
        } else if callback.handle & Handle.closure != 0 {
            closures.remove(callback.handle)
        } else {
            // A timer's handle is its slot, by which internal/timers.js keeps it.
            if callback.kind != .timer { context.forget(callback.handle) }
            forgetPlace(of: callback)
        }
    }

    /// Looks at unhandled rejections, once ticks and microtasks are done.
    public func checkpointDidEmpty() -> CheckpointFollowUp {
        guard hasRejections else { return .settled }
        if let conduct {
            conduct.checkpointDidEmpty()
            return .settled
        }
        host.noteDelayedChanges()
        switch context.call(hooks.processRejections, []) {
        case .normal(let ranAny): return ending != nil ? .stop : ranAny.boolean ? .drainAgain : .settled
        case .thrown(let error): return handleUncaught(error) ? .drainAgain : .stop
        case .terminated:
            noteStop()
            return .stop
        }
    }

    /// Hands on the program's output, which somebody may be reading.
    public func loopWillWait() {
        let failure = options.output.flush()
        if failure != 0 && ending == nil {
            ending = .outputFailed(errno: failure)
            loop.inbox.requestStop()
        }
    }

    /// What the loop hears of a call.
    func outcome(_ result: Ending) -> Outcome {
        switch result {
        case .normal: return ending == nil ? .completed : .stop
        case .thrown(let error): return handleUncaught(error) ? .failed : .stop
        case .terminated:
            wasScriptTerminated = true
            noteStop()
            return .stop
        }
    }

    /// Lets the program's 'uncaughtException' listeners decide; false when the program ends.
    func handleUncaught(_ error: ScriptValue, isFromPromise: Bool = false) -> Bool {
        if ending != nil { return false }
        recordUncaught(error)
        if let conduct, !error.isOutOfMemory {
            conduct.uncaught(error)
            return true
        }
        if error.isOutOfMemory {
            ending = .heapLimit(bytes: options.heapBytes)
            return false
        }
        switch context.call(hooks.handleUncaught, [error, context.boolean(isFromPromise)]) {
        case .normal(let survived): return survived.boolean && ending == nil
        case .thrown:
            // The report itself failed, as it may after a stack overflow: say what can be said and end.
            reportPlainly(error)
            ending = ending ?? .exited(code: 7)
            return false
        case .terminated:
            noteStop()
            return false
        }
    }

    /// Collects garbage when memory is over the limit; true when enough was given back to go on.
    func recoversMemory() -> Bool {
        context.collectGarbage()
        Engine.returnFreeMemory()
        guard let limit = watchdog?.limits.memoryBytes, MemoryGauge.residentBytes < limit / 10 * 9 else { return false }
        watchdog?.clear()
        loop.acknowledgeStop()
        return true
    }

    private func reportPlainly(_ error: ScriptValue) {
        var text = context.describe(error).text + "\n"
        text.withUTF8 { write(UnsafeRawBufferPointer($0), to: .error) }
    }
}

extension ScriptValue {
    /// Whether this is what the engine throws when its heap is full: a string.
    var isOutOfMemory: Bool { kind == .string && text == "out of memory" }
}
