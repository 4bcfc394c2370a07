// SPDX-License-Identifier: MIT
internal import Scheduling

/// The callbacks that led to an event, the main script first, and what led from each to the next.
struct Lineage {
    /// One run of one callback; a timer that repeats has several.
    struct Link: Equatable {
        let record: CallbackRecord
        /// The index of the event with which this run began.
        let started: Int
        /// The indices of the events between the start of the link before and this start, in their order.
        let via: [Int]
    }

    let links: [Link]
    /// The indices of the events after the start of the last link up to the event itself.
    let tail: [Int]
    /// Whether the chain reaches the start of the run; false where events were not kept.
    let isComplete: Bool

    init(of event: Int, in index: TraceIndex) {
        let events = index.trace.events
        var chain = [event]
        while let cause = Self.cause(of: chain[chain.count - 1], in: index.trace) { chain.append(cause) }
        isComplete = chain.last.map { events[$0].cause == 0 } ?? false
        var links: [Link] = []
        var via: [Int] = []
        for position in chain.reversed() {
            if events[position].kind == .started, let record = index.record(of: events[position].subject) {
                links.append(Link(record: record, started: position, via: via))
                via = []
            } else {
                via.append(position)
            }
        }
        self.links = links
        tail = via
    }

    fileprivate static func cause(of position: Int, in trace: Trace) -> Int? {
        let event = trace.events[position]
        guard event.cause > 0, event.cause < event.sequence else { return nil }
        return trace.index(of: event.cause)
    }

    /// How many links from the first one on two lineages share.
    func commonCount(with other: Lineage) -> Int {
        zip(links, other.links).prefix { $0.started == $1.started }.count
    }
}

extension Lineage.Link {
    /// One run of a callback by itself; nil where the event is not the start of one.
    init?(startedAt started: Int, in index: TraceIndex) {
        let trace = index.trace
        guard trace.events[started].kind == .started,
            let record = index.record(of: trace.events[started].subject)
        else { return nil }
        var via: [Int] = []
        var current = started
        while let cause = Lineage.cause(of: current, in: trace), trace.events[cause].kind != .started {
            via.append(cause)
            current = cause
        }
        self.init(record: record, started: started, via: via.reversed())
    }

    /// The index of the first event of a kind on the way here.
    func index(of kind: TraceEvent.Kind, in trace: Trace) -> Int? {
        via.first { trace.events[$0].kind == kind }
    }

    /// The index of the event with which the program asked for this run.
    func asked(in trace: Trace) -> Int {
        via.first { [.timerSet, .jobQueued, .queued, .messageSent].contains(trace.events[$0].kind) } ?? started
    }

    /// The index of the event that put it into its queue; a timer's is where it was armed.
    func queued(in trace: Trace) -> Int {
        via.last { [.timerSet, .queued].contains(trace.events[$0].kind) } ?? started
    }

    /// Whether it runs in a checkpoint and not as a task.
    var isJob: Bool { record.kind == .microtask || record.kind == .tick }

    /// Whether it is the job that asks a promise for its value on behalf of another one that follows it.
    ///
    /// The program's own code makes a promise before it attaches a reaction; this job attaches one for a promise that
    /// was there before. Only told at level full.
    func asksAnotherPromise(in trace: Trace) -> Bool {
        guard record.kind == .microtask, started + 1 < trace.events.count else { return false }
        let first = trace.events[started + 1]
        return first.kind == .handlerAttached && first.value != 0 && first.cause == trace.events[started].sequence
    }

    /// Whether it is the job that takes over the value of a promise that another one follows, asked for by `parent`.
    func takesOverValue(from parent: Lineage.Link?, in trace: Trace) -> Bool {
        guard let parent, parent.asksAnotherPromise(in: trace) else { return false }
        return index(of: .handlerAttached, in: trace) == parent.started + 1
    }

    /// Whether the loop began it because nothing else was left.
    func followsEmptyLoop(in trace: Trace) -> Bool { index(of: .loopEmptied, in: trace) != nil }
}
