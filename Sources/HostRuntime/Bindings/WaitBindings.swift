// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// A thread's own part of the waiting by promises: what to do when a notification comes.
///
/// Confined to the loop's thread, except `arrived`.
final class PromiseWaiters {
    /// One promise: the function that settles it, and the timer that ends its patience.
    struct Waiter {
        let resolve: ScriptValue
        let address: UInt
        var timer: TimerID?
    }

    var waiters: [UInt64: Waiter] = [:]
    /// The notifications that came from other threads, each with its time in nanoseconds.
    let arrived = Arrived()
    var wakeUp: AsyncHandle?

    /// May be used from any thread.
    final class Arrived: Sendable {
        private let notifications = Guarded<[(id: UInt64, time: UInt64)]>([])

        func add(_ id: UInt64, _ time: UInt64) {
            notifications.withLock { $0.append((id, time)) }
        }

        func take(by now: UInt64) -> (ids: [UInt64], next: UInt64?) {
            notifications.withLock { all in
                let ids = all.filter { $0.time <= now }.map(\.id)
                all.removeAll { $0.time <= now }
                return (ids, all.map(\.time).min())
            }
        }
    }
}

// Atomics.waitAsync and notify between threads (ECMA-262 proposal Atomics.waitAsync), and Atomics.wait in virtual
// time. The answers come in the poll phase, where Node's platform runs its tasks; who waits does not keep the loop
// alive.
extension Runtime {
    func defineWaitBindings(on binding: ScriptValue) {
        // waitAsync(array, index, expected, milliseconds, resolve): false when the element holds another value.
        define("waitAsync", on: binding) { [unowned(unsafe) self] arguments in
            guard let element = Self.element(arguments) else { return }
            let value = Self.expected(arguments)
            arguments.returns(
                addWaiter(arguments.value(4), at: element, expecting: value, milliseconds: arguments.number(3)))
        }
        define("notifyWaiters", on: binding) { [unowned(unsafe) self] arguments in
            let size = Int(arguments.number(2))
            guard let element = SharedElement(arguments, at: 0, index: Int(arguments.number(1)), size: size)
            else { return arguments.returns(0) }
            let limit = arguments.number(3)
            let count = program.waiters.notify(
                at: element.address, limit: limit < 1e9 ? Int(limit) : .max, time: messageTime)
            arguments.returns(Double(count))
        }
        binding.set("isVirtual", to: context.boolean(clock.kind == .virtual))
        // waitVirtually(array, index, expected, milliseconds): the answer of Atomics.wait.
        define("waitVirtually", on: binding) { [unowned(unsafe) self] arguments throws(ThrownError) in
            guard let element = Self.element(arguments) else { return }
            let value = Self.expected(arguments)
            arguments.returns(try block(at: element, expecting: value, milliseconds: arguments.number(3)))
        }
    }

    private static func element(_ arguments: Arguments) -> SharedElement? {
        let size = arguments.kind(2) == .bigInt ? 8 : 4
        return SharedElement(arguments, at: 0, index: Int(arguments.number(1)), size: size)
    }

    private static func expected(_ arguments: Arguments) -> Int64 {
        arguments.kind(2) == .bigInt ? arguments.bigInt(2) : Int64(arguments.number(2))
    }

    // MARK: - By a promise

    private func addWaiter(
        _ resolve: ScriptValue, at element: SharedElement, expecting value: Int64, milliseconds: Double
    ) -> Bool {
        let waiters = promiseWaiters
        let wakeUp =
            waiters.wakeUp
            ?? loop.addAsyncHandle(isReferenced: false, isPressing: true) { [unowned self] in hearNotifications() }
        waiters.wakeUp = wakeUp
        let arrived = waiters.arrived
        let added = program.waiters.add(at: element, expecting: value, thread: role.number) { id, time in
            arrived.add(id, time)
            wakeUp.send(at: time)
        }
        guard let id = added else { return false }
        waiters.waiters[id] = .init(resolve: resolve, address: element.address)
        guard milliseconds.isFinite else { return true }
        let expiry = closures.add { [unowned(unsafe) self] in
            guard program.waiters.remove(id, at: element.address),
                let waiter = promiseWaiters.waiters.removeValue(forKey: id)
            else { return .completed }
            return outcome(context.call(waiter.resolve, [context.string("timed-out")]).ending)
        }
        let delay = TimerDelay.clamp(milliseconds.rounded(.up))
        waiters.waiters[id]?.timer = loop.armTimer(expiry, delay: delay, isReferenced: false)
        return true
    }

    private func hearNotifications() -> Outcome {
        let (ids, next) = promiseWaiters.arrived.take(by: messageTime)
        if let next { promiseWaiters.wakeUp?.send(at: next) }
        for id in ids {
            guard let waiter = promiseWaiters.waiters.removeValue(forKey: id) else { continue }
            if let timer = waiter.timer { loop.clearTimer(timer) }
            let task = closures.add { [unowned(unsafe) self] in
                outcome(context.call(waiter.resolve, [context.string("ok")]).ending)
            }
            let ending = loop.runPollTask(task)
            if ending == .stop { return .stop }
        }
        return .completed
    }

    // MARK: - By blocking, in virtual time

    private func block(
        at element: SharedElement, expecting value: Int64, milliseconds: Double
    ) throws(ThrownError) -> String {
        guard let place = role.place else { return "timed-out" }
        let woken = BlockedThread()
        let added = program.waiters.add(at: element, expecting: value, thread: role.number) { _, time in
            woken.wake()
            place.noteWork(at: time)
        }
        guard let id = added else { return "not-equal" }
        let limit = milliseconds.isFinite ? UInt64(min(milliseconds * 1e6, 1e18)) : .max
        let deadline = limit == .max ? limit : clock.now() + limit
        defer { program.waiters.remove(id, at: element.address) }
        while true {
            switch place.waitForTurn(next: deadline, isStopped: { loop.inbox.isStopRequested }) {
            case .turn(let time):
                // The turn may have come for a message, which has to wait.
                guard woken.isAwake || time >= deadline else { continue }
                if time > clock.now() { clock.charge(nanoseconds: time - clock.now()) }
                return woken.isAwake ? "ok" : "timed-out"
            case .stuck:
                ending = ending ?? .stuck
                throw .terminate
            case .stopped: throw .terminate
            }
        }
    }
}

/// Whether a thread that blocks was notified.
///
/// May be used from any thread.
private final class BlockedThread: Sendable {
    private let state = Guarded(false)

    func wake() {
        state.withLock { $0 = true }
    }

    var isAwake: Bool {
        state.withLock { $0 }
    }
}
