// SPDX-License-Identifier: MIT
internal import Scheduling

/// For each callback that ran, the event that asked for it: the two ends of an arrow.
struct CallbackFlows {
    private var ends: [Int: [UInt64]] = [:]
    private var starts: Set<Int> = []
    private var wholeJobs: Set<UInt64> = []

    /// Pairs what a trace has both ends of.
    init(_ index: TraceIndex) {
        let trace = index.trace
        for record in index.callbacks {
            guard let started = record.started, let asked = Self.origin(of: record, index), asked < started
            else { continue }
            ends[asked, default: []].append(trace.events[started].sequence)
            starts.insert(started)
        }
        var begun: Set<UInt64> = []
        for event in trace.events {
            if event.kind == .jobStarted { begun.insert(event.subject) }
            if event.kind == .jobEnded, begun.contains(event.subject) { wholeJobs.insert(event.subject) }
        }
    }

    /// The numbers of the callbacks that an event asked for: those of their `started` events.
    func beginning(at index: Int) -> [UInt64] { ends[index] ?? [] }

    /// Whether the start of a callback at an event has its other end.
    func ends(at index: Int) -> Bool { starts.contains(index) }

    /// Whether the beginning and the end of a callback's work in the pool are both there.
    func hasWholeJob(_ callback: UInt64) -> Bool { wholeJobs.contains(callback) }

    /// The index of the event that asked for a callback, on another thread where a message did; nil for the first.
    static func origin(of record: CallbackRecord, _ index: TraceIndex) -> Int? {
        let trace = index.trace
        if let queued = record.asked ?? record.queued {
            if let cause = trace.event(trace.events[queued].cause), cause.kind == .messageDelivered {
                return trace.index(of: cause.subject) ?? queued
            }
            return queued
        }
        guard record.kind == .script, let started = record.started,
            let thread = trace.event(trace.events[started].cause), thread.kind == .threadStarted
        else { return nil }
        return trace.index(of: thread.cause)
    }
}

/// How many callbacks wait in each queue of one thread.
struct QueueLengths {
    /// The queues that are counted, by name, in the order of a turn.
    private(set) var named: [(name: String, length: Int)] = [
        ("ticks", 0), ("microtasks", 0), ("timers", 0), ("pending work", 0), ("poll", 0), ("check", 0), ("close", 0),
        ("tasks", 0),
    ]
    /// The queue of each callback that waits.
    private var queueOf: [UInt64: Int] = [:]

    /// Counts one event of the thread; says whether a length has changed.
    mutating func apply(_ event: TraceEvent) -> Bool {
        switch event.kind {
        case .queued: move(event.subject, to: Self.queue(of: event.value))
        case .timerSet: move(event.subject, to: 2)
        case .jobQueued: move(event.subject, to: 3)
        case .started, .cleared: move(event.subject, to: nil)
        default: false
        }
    }

    private mutating func move(_ callback: UInt64, to queue: Int?) -> Bool {
        let former = queueOf[callback]
        if former == queue { return false }
        if let former { named[former].length -= 1 }
        if let queue { named[queue].length += 1 }
        queueOf[callback] = queue
        return true
    }

    private static func queue(of value: UInt64) -> Int? {
        switch CallbackKind(rawValue: UInt8(truncatingIfNeeded: value)) {
        case .tick: 0
        case .microtask: 1
        case .timer: 2
        case .poll: 4
        case .immediate: 5
        case .close: 6
        case .idle, .task, .animationFrame: 7
        case .script, nil: nil
        }
    }
}
