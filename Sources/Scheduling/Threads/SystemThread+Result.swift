// SPDX-License-Identifier: MIT

extension SystemThread {
    /// Runs a closure on a thread of its own, waits for it, and gives what it returned.
    ///
    /// For work that must not share the calling thread, as a second engine context. Throws
    /// ``SchedulingError/noThread(errno:)`` when the system has none left.
    public static func result<Value: Sendable>(
        stackBytes: Int? = nil, of work: @escaping @Sendable () -> Value
    ) throws(SchedulingError) -> Value {
        let place = ResultPlace<Value>()
        let thread = try SystemThread(stackBytes: stackBytes) { place.value.withLock { $0 = work() } }
        thread.join()
        guard let value = place.value.withLock({ $0 }) else { preconditionFailure("the thread gave no result") }
        return value
    }
}

private final class ResultPlace<Value: Sendable>: Sendable {
    let value = Guarded<Value?>(nil)
}
