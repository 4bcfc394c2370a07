// SPDX-License-Identifier: MIT
/// The idle callbacks of a page and its idle period.
///
/// Source: "requestIdleCallback()", sections 4 and 5, and HTML 8.1.7.3, step 5 of the processing model. Confined to the
/// loop's thread.
struct IdleRequests {
    /// How long an idle period may last, in nanoseconds.
    static let longestPeriod: UInt64 = 50_000_000

    /// A callback that waits for idle time, under the number that `requestIdleCallback` gave it.
    struct Request: BitwiseCopyable {
        let id: UInt32
        let callback: Callback
        /// When it stops waiting for an idle period, in nanoseconds; nil for never.
        let timeout: UInt64?
    }

    /// The list of idle request callbacks: those that wait for the next period.
    private(set) var pending: [Request] = []
    /// The list of runnable idle callbacks: those that this period may run.
    private(set) var runnable: [Request] = []
    /// When the period began, in nanoseconds.
    private var start: UInt64 = 0
    /// When the period ends, in nanoseconds; a new one cannot begin before.
    private var deadline: UInt64 = 0
    private var lastID: UInt32 = 0

    var isEmpty: Bool { pending.isEmpty && runnable.isEmpty }
    /// Those of this period, then those of the next.
    var all: [Request] { runnable + pending }

    /// The callback whose timeout is over first.
    var firstTimeout: (time: UInt64, id: UInt32)? {
        var first: (time: UInt64, id: UInt32)?
        for request in all {
            guard let time = request.timeout, time < first?.time ?? .max else { continue }
            first = (time, request.id)
        }
        return first
    }

    mutating func add(_ callback: Callback, timeout: UInt64?) -> UInt32 {
        lastID &+= 1
        pending.append(Request(id: lastID, callback: callback, timeout: timeout))
        return lastID
    }

    mutating func remove(_ id: UInt32) -> Callback? {
        if let index = runnable.firstIndex(where: { $0.id == id }) { return runnable.remove(at: index).callback }
        guard let index = pending.firstIndex(where: { $0.id == id }) else { return nil }
        return pending.remove(at: index).callback
    }

    mutating func removeAll() -> [Callback] {
        defer {
            runnable = []
            pending = []
        }
        return all.map(\.callback)
    }

    /// When a callback can run if nothing else comes up, in nanoseconds; nil when none waits.
    func nextStart(at now: UInt64) -> UInt64? {
        if isEmpty { return nil }
        return now >= deadline || !runnable.isEmpty ? now : deadline
    }

    /// Takes the next callback of this idle period, or of a new one if the last is over; "start an idle period".
    ///
    /// `limit` is what is known to come next: the next timer, the next frame.
    mutating func takeNext(at now: UInt64, limit: UInt64) -> Callback? {
        if now >= deadline {
            if isEmpty { return nil }
            runnable += pending
            pending = []
            start = now
            deadline = now + Self.longestPeriod
        }
        guard currentDeadline(limit: limit) > now, !runnable.isEmpty else { return nil }
        return runnable.removeFirst().callback
    }

    /// When the period ends by what is known now: it can come nearer while it lasts, never move away.
    mutating func currentDeadline(limit: UInt64) -> UInt64 {
        deadline = min(deadline, max(limit, start))
        return deadline
    }
}
