// SPDX-License-Identifier: MIT
/// Runs Swift closures on a loop, which makes the loop usable by itself.
///
/// A closure that throws has failed, and the loop goes on as Node does after an exception that was survived. Keep the
/// runner as long as its loop runs, and let it go after ``tearDown()``. Confined to the loop's thread.
public final class ClosureRunner: CallbackRunner {
    /// The loop on which the closures run.
    public let loop: EventLoop

    /// Called when a checkpoint found its queues empty.
    public var onCheckpointEmpty: () -> CheckpointFollowUp = { .settled }

    /// Called with what a closure threw, right after it; answers whether the loop goes on (`.failed`) or not (`.stop`).
    public var onFailure: (any Error) -> Outcome = { _ in .failed }

    private var isStopping = false
    private var closures: [(() throws -> Void)?] = []
    private var freeHandles: [UInt32] = []

    /// Makes a runner and makes it the loop's.
    public init(loop: EventLoop) {
        self.loop = loop
        loop.runner = self
    }

    /// How many closures wait.
    public var count: Int { closures.count - freeHandles.count }

    // MARK: - Queueing

    /// Runs a closure now, as the program's entry, with no checkpoint after it.
    @discardableResult
    public func script(_ body: @escaping () throws -> Void) -> Outcome { loop.runScript(store(body)) }

    /// Queues a closure as a tick.
    public func tick(_ body: @escaping () throws -> Void) { loop.enqueueTick(store(body)) }

    /// Queues a closure as a microtask.
    public func microtask(_ body: @escaping () throws -> Void) { loop.enqueueMicrotask(store(body)) }

    /// Queues a closure as an immediate.
    @discardableResult
    public func immediate(isReferenced: Bool = true, _ body: @escaping () throws -> Void) -> ImmediateID {
        loop.enqueueImmediate(store(body), isReferenced: isReferenced)
    }

    /// Runs a closure after a delay in milliseconds, which is clamped as Node clamps it.
    @discardableResult
    public func timer(
        after milliseconds: Double, isRepeating: Bool = false, isReferenced: Bool = true,
        _ body: @escaping () throws -> Void
    ) -> TimerID {
        loop.armTimer(
            store(body), delay: TimerDelay.clamp(milliseconds), isRepeating: isRepeating, isReferenced: isReferenced)
    }

    /// Queues a closure as a completion of the poll phase.
    public func poll(_ body: @escaping () throws -> Void) { loop.enqueuePoll(store(body)) }

    /// Schedules a closure as a completion at an instant in nanoseconds of the loop's clock; returns its callback's id.
    @discardableResult
    public func completion(
        at nanoseconds: UInt64, isReferenced: Bool = true, _ body: @escaping () throws -> Void
    ) -> UInt64 {
        loop.schedulePoll(store(body), at: nanoseconds, isReferenced: isReferenced)
    }

    /// Gives work to the loop's pool, and runs a closure as a completion when it is done; `cost` is in virtual
    /// nanoseconds.
    @discardableResult
    public func poolJob(
        cost: UInt64, _ work: @escaping @Sendable () -> Void, then body: @escaping () throws -> Void
    ) -> PoolJobID {
        loop.submit(work, cost: cost, completion: store(body))
    }

    /// Queues a closure as a close callback.
    public func close(_ body: @escaping () throws -> Void) { loop.enqueueClose(store(body)) }

    /// Queues a closure as a task of a page.
    public func task(_ source: TaskSource, _ body: @escaping () throws -> Void) {
        loop.queueTask(store(body), source: source)
    }

    /// Runs a closure after a timeout in whole milliseconds, by a page's rules; returns its number.
    @discardableResult
    public func pageTimer(
        _ timeout: Int32, isRepeating: Bool = false, _ body: @escaping () throws -> Void
    ) -> UInt32 {
        loop.setPageTimer(store(body), timeout: timeout, isRepeating: isRepeating)
    }

    /// Registers a closure for a page's next frame and returns its number.
    @discardableResult
    public func animationFrame(_ body: @escaping () throws -> Void) -> UInt32 {
        loop.requestAnimationFrame(store(body))
    }

    /// Registers a closure for a page's idle time and returns its number; the timeout is in milliseconds.
    @discardableResult
    public func idle(timeout: UInt64? = nil, _ body: @escaping () throws -> Void) -> UInt32 {
        loop.requestIdleCallback(store(body), timeout: timeout.map { $0 * 1_000_000 })
    }

    /// Runs a closure now, as a page's script, with the checkpoint after it.
    @discardableResult
    public func scriptTask(_ body: @escaping () throws -> Void) -> Outcome { loop.runScriptTask(store(body)) }

    /// Makes the loop leave when the closure that is running returns.
    public func stop() { isStopping = true }

    /// Discards every closure that waits on the loop.
    public func tearDown() { loop.discardAll() }

    // MARK: - CallbackRunner

    /// Runs the closure behind a callback.
    public func run(_ callback: Callback) -> Outcome {
        guard let body = closures[Int(callback.handle)] else {
            preconditionFailure("callback \(callback.id) has no closure")
        }
        if callback.kind != .timer { free(callback.handle) }
        isStopping = false
        do {
            try body()
        } catch {
            return isStopping ? .stop : onFailure(error)
        }
        return isStopping ? .stop : .completed
    }

    /// Frees the closure behind a callback.
    public func discard(_ callback: Callback) { free(callback.handle) }

    /// Asks ``onCheckpointEmpty``.
    public func checkpointDidEmpty() -> CheckpointFollowUp { onCheckpointEmpty() }

    private func store(_ body: @escaping () throws -> Void) -> UInt32 {
        if let handle = freeHandles.popLast() {
            closures[Int(handle)] = body
            return handle
        }
        closures.append(body)
        return UInt32(closures.count - 1)
    }

    private func free(_ handle: UInt32) {
        precondition(closures[Int(handle)] != nil, "handle \(handle) was freed twice")
        closures[Int(handle)] = nil
        freeHandles.append(handle)
    }
}

@available(*, unavailable)
extension ClosureRunner: Sendable {}
