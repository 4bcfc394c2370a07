// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Who waits for a notification at each element of shared memory, first come first (ECMA-262 section 25.4.1.1,
/// WaiterList Records).
///
/// It holds those who wait by a promise, and under the virtual clock also the threads that block; under the system
/// clock the engine keeps the latter. May be used from any thread.
final class WaiterLists: Sendable {
    /// One waiter.
    struct Waiter: Sendable {
        let id: UInt64
        /// The number of its thread.
        let thread: Int
        /// Tells its thread the id and the time at which it was notified, in nanoseconds.
        let wake: @Sendable (UInt64, UInt64) -> Void
    }

    private struct State: Sendable {
        var lists: [UInt: [Waiter]] = [:]
        var lastID: UInt64 = 0
    }

    private let state = Guarded(State())

    /// Adds a waiter at the end of an element's list, if the element still holds the value; nil otherwise.
    func add(
        at element: SharedElement, expecting value: Int64, thread: Int,
        wake: @escaping @Sendable (UInt64, UInt64) -> Void
    ) -> UInt64? {
        state.withLock { state in
            guard element.load() == value else { return nil }
            state.lastID += 1
            let waiter = Waiter(id: state.lastID, thread: thread, wake: wake)
            state.lists[element.address, default: []].append(waiter)
            return waiter.id
        }
    }

    /// Takes one waiter out; false if it was notified before.
    @discardableResult
    func remove(_ id: UInt64, at address: UInt) -> Bool {
        state.withLock { state in
            guard let index = state.lists[address]?.firstIndex(where: { $0.id == id }) else { return false }
            state.lists[address]?.remove(at: index)
            if state.lists[address]?.isEmpty == true { state.lists[address] = nil }
            return true
        }
    }

    /// Takes all waiters of a thread out that ends.
    func removeAll(of thread: Int) {
        state.withLock { state in
            state.lists = state.lists.compactMapValues { list in
                let left = list.filter { $0.thread != thread }
                return left.isEmpty ? nil : left
            }
        }
    }

    /// Notifies the first waiters, at most so many, and gives their number.
    func notify(at address: UInt, limit: Int, time: UInt64) -> Int {
        let woken = state.withLock { state -> [Waiter] in
            guard let list = state.lists[address] else { return [] }
            state.lists[address] = list.count > limit ? Array(list.dropFirst(limit)) : nil
            return Array(list.prefix(limit))
        }
        for waiter in woken { waiter.wake(waiter.id, time) }
        return woken.count
    }
}
