// SPDX-License-Identifier: MIT
internal import Synchronization

/// A wake-up for one loop that any thread may send, as libuv's `uv_async_t`.
///
/// Wake-ups that were sent before the loop looks become one. In virtual time a wake-up says from when it can be seen.
/// ``send(at:)`` may be called from any thread, also when the loop is gone.
public final class AsyncHandle: Sendable {
    /// From when the wake-up can be seen, in nanoseconds; `.max` while none was sent.
    private let due = Atomic(UInt64.max)
    private let door: AsyncDoor

    init(_ door: AsyncDoor) {
        self.door = door
    }

    /// Wakes the loop, in virtual time as soon as its clock shows that time, in nanoseconds.
    public func send(at time: UInt64 = 0) {
        due.lower(to: time)
        door.knock(at: time)
    }

    /// When the wake-up can be seen; `.max` while none was sent.
    var dueTime: UInt64 { due.load(ordering: .acquiring) }

    /// Takes the wake-up, if there is one that can be seen by `now`.
    func take(by now: UInt64) -> Bool {
        guard due.load(ordering: .acquiring) <= now else { return false }
        due.store(.max, ordering: .releasing)
        return true
    }
}

/// What all wake-ups of one loop have in common: how they end its wait.
///
/// May be used from any thread.
final class AsyncDoor: Sendable {
    private let inbox: Inbox
    private let place: TimelinePlace?
    private let earliest = Atomic(UInt64.max)

    init(_ inbox: Inbox, _ place: TimelinePlace?) {
        self.inbox = inbox
        self.place = place
    }

    /// Notes that something can be seen from that time on.
    func knock(at time: UInt64) {
        earliest.lower(to: time)
        if let place { place.noteWork(at: time) } else { inbox.wake() }
    }

    /// When the first wake-up can be seen; it may be earlier than true, never later.
    var earliestDue: UInt64 { earliest.load(ordering: .acquiring) }

    /// Begins to look at the handles: what is sent from now on is noted anew.
    func reset() {
        earliest.store(.max, ordering: .releasing)
    }
}

extension Atomic<UInt64> {
    /// Makes the value smaller, never greater.
    fileprivate func lower(to value: UInt64) {
        var current = load(ordering: .relaxed)
        while value < current {
            let result = weakCompareExchange(expected: current, desired: value, ordering: .acquiringAndReleasing)
            if result.exchanged { return }
            current = result.original
        }
    }
}

/// A wake-up that a loop listens to.
struct AsyncListener {
    let handle: AsyncHandle
    /// The number that it has among all that were ever added.
    let number: UInt64
    var isReferenced: Bool
    /// Whether a wake-up that was sent keeps the loop alive until it is heard.
    let isPressing: Bool
    let handler: () -> Outcome
}

extension EventLoop {
    /// Listens to a new wake-up; the handler runs in the poll phase and starts the tasks there are by
    /// ``runPollTask(_:)``.
    ///
    /// It answers how the last of them ended.
    ///
    /// Handlers run in the order in which they were added, as those of libuv do (`uv__async_io`). A referenced one
    /// keeps the loop alive as long as it listens, a pressing one from when it is sent until it is heard.
    public func addAsyncHandle(
        isReferenced: Bool, isPressing: Bool = false, _ handler: @escaping () -> Outcome
    ) -> AsyncHandle {
        assertConfined()
        let handle = AsyncHandle(asyncDoor)
        lastListener += 1
        asyncListeners.append(
            AsyncListener(
                handle: handle, number: lastListener, isReferenced: isReferenced, isPressing: isPressing,
                handler: handler))
        if isReferenced { referencedListeners += 1 }
        return handle
    }

    /// Stops to listen; what was sent before is not heard any more.
    public func removeAsyncHandle(_ handle: AsyncHandle) {
        assertConfined()
        guard let index = asyncListeners.firstIndex(where: { $0.handle === handle }) else { return }
        if asyncListeners.remove(at: index).isReferenced { referencedListeners -= 1 }
    }

    /// Lets the handler of a wake-up run after those of all others.
    public func moveBehindOthers(_ handle: AsyncHandle) {
        assertConfined()
        guard let index = asyncListeners.firstIndex(where: { $0.handle === handle }) else { return }
        asyncListeners.append(asyncListeners.remove(at: index))
    }

    /// Says whether listening to a wake-up keeps the loop alive.
    public func setReferenced(_ handle: AsyncHandle, _ isReferenced: Bool) {
        assertConfined()
        guard let index = asyncListeners.firstIndex(where: { $0.handle === handle }),
            asyncListeners[index].isReferenced != isReferenced
        else { return }
        asyncListeners[index].isReferenced = isReferenced
        referencedListeners += isReferenced ? 1 : -1
    }

    /// Runs a callback at once as a task of the poll phase, with its checkpoint, and answers how both ended.
    ///
    /// For the handlers of wake-ups only. A page takes it as a task of the posted message source, when that has its
    /// turn.
    public func runPollTask(_ handle: UInt32) -> Outcome {
        assertConfined()
        guard let runner, !inbox.isStopRequested else { return .stop }
        let callback = Callback(kind: .poll, handle: handle, id: takeID())
        if isObserved { report(.queued(callback, cause: runningID)) }
        if let page {
            page.tasks.append(QueuedTask(callback: callback, time: clock.now()), .postedMessage)
            return .completed
        }
        let outcome = perform(callback, runner)
        return outcome == .completed ? checkpoint(runner) : outcome
    }

    /// Whether a pressing wake-up was sent and not yet heard.
    var hasPressingWakeUp: Bool {
        asyncDoor.earliestDue < .max && asyncListeners.contains { $0.isPressing && $0.handle.dueTime < .max }
    }

    /// Runs the handlers of the wake-ups that can be seen now, up to the listener with that number.
    ///
    /// One that was added since the poll phase began is not among those that it looks at, as in libuv: `uv__async_io`
    /// takes the list of its handles before it calls the first of them, which is that of the thread pool.
    func runAsyncHandles(upTo last: UInt64) -> Flow {
        let now = wakeUpTime
        guard asyncDoor.earliestDue <= now else { return .proceed }
        asyncDoor.reset()
        // Also where the loop is left early: what was not heard wakes it again.
        defer {
            for listener in asyncListeners where listener.handle.dueTime < .max {
                asyncDoor.knock(at: listener.handle.dueTime)
            }
        }
        for handle in asyncListeners.filter({ $0.number <= last }).map(\.handle) where handle.take(by: now) {
            // An earlier handler may have removed it.
            guard let listener = asyncListeners.first(where: { $0.handle === handle }) else { continue }
            if listener.handler() == .stop || inbox.isStopRequested { return .leave }
        }
        return .proceed
    }
}
