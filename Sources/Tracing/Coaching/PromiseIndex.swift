// SPDX-License-Identifier: MIT

/// The life of one promise, as indices of events.
struct PromiseRecord: Equatable, Sendable {
    /// The promise, as events name it.
    let promise: UInt64
    /// Where it was made.
    var created: Int?
    /// Where it settled.
    var settled: Int?
    /// Whether it settled by a rejection.
    var isRejected = false
    /// The `handlerAttached` events of its reactions.
    var handlers: [Int] = []
    /// The `awaitSuspended` events of functions that wait for it.
    var waits: [Int] = []
    /// The `awaitSuspended` events of the async function whose promise it is.
    var suspensions: [Int] = []
    /// The `awaitResumed` events of that function.
    var resumptions: [Int] = []
    /// The `handlerAttached` event that it was made for: it is what `then` gave.
    var derivation: Int?
    /// The `handlerAttached` event by which it follows another promise that it was resolved with.
    var adoption: Int?
    /// Where a checkpoint found it rejected without a handler.
    var unhandled: Int?
    /// Where a handler came after all.
    var handledLate: Int?

    /// Whether anybody waits for it or reacts to it.
    var isUsed: Bool { !handlers.isEmpty || !waits.isEmpty }
}

/// The promises of a trace.
struct PromiseIndex: Sendable {
    /// By name; in the order of their first event in `order`.
    private(set) var records: [UInt64: PromiseRecord] = [:]
    /// The names, in the order of their first event.
    private(set) var order: [UInt64] = []

    init(_ trace: Trace) {
        for (index, event) in trace.events.enumerated() { note(event, index, trace) }
    }

    /// The life of a promise; nil for 0 and for one that the trace does not mention.
    subscript(promise: UInt64) -> PromiseRecord? { records[promise] }

    private mutating func note(_ event: TraceEvent, _ index: Int, _ trace: Trace) {
        switch event.kind {
        case .promiseCreated: update(event.subject) { $0.created = index }
        case .promiseSettled:
            update(event.subject) {
                $0.settled = $0.settled ?? index
                $0.isRejected = event.value == 1
            }
        case .handlerAttached:
            update(event.subject) { $0.handlers.append(index) }
            update(event.value) { record in
                // What `then` gives is made for the handler; what follows a promise was there before.
                if let created = record.created, record.derivation == nil, index - created <= 2,
                    trace.events[created].place == event.place
                {
                    record.derivation = index
                } else {
                    record.adoption = index
                }
            }
        case .awaitSuspended:
            update(event.subject) { $0.suspensions.append(index) }
            update(event.value) { $0.waits.append(index) }
        case .awaitResumed: update(event.subject) { $0.resumptions.append(index) }
        case .rejectionUnhandled: update(event.subject) { $0.unhandled = index }
        case .rejectionHandled: update(event.subject) { $0.handledLate = index }
        default: break
        }
    }

    private mutating func update(_ promise: UInt64, _ change: (inout PromiseRecord) -> Void) {
        guard promise != 0 else { return }
        if records[promise] == nil {
            records[promise] = PromiseRecord(promise: promise)
            order.append(promise)
        }
        if var record = records.removeValue(forKey: promise) {
            change(&record)
            records[promise] = record
        }
    }
}
