// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// What the engine's observer points at: it lives for as long as the engine may call it.
final class ObserverLink {
    let observer: any ExecutionObserver

    init(_ observer: any ExecutionObserver) {
        self.observer = observer
    }

    // Borrows the link: the context holds it until the engine's observer is gone.
    @inline(__always)
    static func tell(_ opaque: UnsafeMutableRawPointer?, _ body: (any ExecutionObserver) -> Void) {
        Unmanaged<ObserverLink>.fromOpaque(opaque.unsafelyUnwrapped)._withUnsafeGuaranteedRef { body($0.observer) }
    }

    var raw: LLSObserver {
        LLSObserver(
            opaque: Unmanaged.passUnretained(self).toOpaque(),
            promise_created: { opaque, promise, place in
                ObserverLink.tell(opaque) { $0.promiseCreated(promise, at: SourcePlace(number: place)) }
            },
            promise_settled: { opaque, promise, isRejected, place in
                ObserverLink.tell(opaque) {
                    $0.promiseSettled(promise, isRejected: isRejected, at: SourcePlace(number: place))
                }
            },
            handler_attached: { opaque, promise, derived, place in
                ObserverLink.tell(opaque) {
                    $0.handlerAttached(to: promise, derived: derived, at: SourcePlace(number: place))
                }
            },
            suspended: { opaque, function, awaited, place in
                ObserverLink.tell(opaque) {
                    $0.suspended(function: function, awaiting: awaited, at: SourcePlace(number: place))
                }
            },
            resumed: { opaque, function, place in
                ObserverLink.tell(opaque) { $0.resumed(function: function, at: SourcePlace(number: place)) }
            },
            entered: { opaque, frame, function, place in
                ObserverLink.tell(opaque) {
                    $0.entered(frame: frame, function: String(function), at: SourcePlace(number: place))
                }
            },
            statement: { opaque, frame, depth, place in
                ObserverLink.tell(opaque) {
                    $0.statement(frame: frame, depth: Int(depth), at: SourcePlace(number: place))
                }
            },
            variable: { opaque, frame, name, value in
                ObserverLink.tell(opaque) { $0.variable(frame: frame, name: String(name), value: String(value)) }
            },
            left: { opaque, frame in
                ObserverLink.tell(opaque) { $0.left(frame: frame) }
            }
        )
    }
}

/// What a waiting promise job comes from.
public struct JobOrigin: Equatable, Sendable {
    /// The promise that the job settles, or whose function it resumes; 0 for none.
    public let promise: UInt64
    /// Where the handler was attached or the function awaits.
    ///
    /// For the job that calls a thenable's `then` it is where the promise was resolved with that thenable.
    public let place: SourcePlace
    /// Whether the job continues an async function after an `await`.
    public let isContinuation: Bool
}

extension ScriptContext {
    /// Watches what the program of a realm does, or no longer when `detail` is `.none`.
    ///
    /// Begins before the program and between two calls into the context. Throws when there is no memory for it, or
    /// when the engine is not built as this expects. The context holds on to the observer.
    public func observeExecution(
        _ detail: ExecutionDetail, of realm: ScriptValue, by observer: (any ExecutionObserver)?
    ) throws(Engine.Failure) {
        let link = detail == .none ? nil : observer.map(ObserverLink.init)
        var isReady: Bool
        if var hooks = link?.raw {
            isReady = lls_observe(raw, realm.slot, detail == .statements ? .statements : .promises, &hooks)
        } else {
            isReady = lls_observe(raw, realm.slot, .none, nil)
        }
        // The former observer may go only now.
        observerLink = link
        if !isReady { throw .initialization("the engine cannot be watched") }
    }

    /// Runs the host's loop from a function that JavaScript called; an observer then knows what is not the program's.
    public func runningLoop<Result>(_ body: () -> Result) -> Result {
        let before = lls_loop_enter(raw)
        defer { lls_loop_leave(raw, before) }
        return body()
    }

    /// What a waiting job comes from; zeros unless the program is watched.
    public func origin(of job: PromiseJob) -> JobOrigin {
        let origin = lls_job_origin(raw, job.number)
        return JobOrigin(
            promise: origin.promise,
            place: SourcePlace(number: origin.place),
            isContinuation: origin.is_continuation
        )
    }
}
