// SPDX-License-Identifier: MIT
internal import Scheduling

/// Goes through a trace once and counts.
struct StatisticsCount {
    /// The task that a thread is at: it lasts until the last microtask of its checkpoint has ended.
    private struct Task {
        var callback: UInt64
        var start: UInt64
        var end: UInt64
        var microtasks: UInt64 = 0
    }

    private let index: TraceIndex
    private let threshold: UInt64
    private var current: [UInt16: Task] = [:]
    /// When the work of each callback began, while it is under way.
    private var pending: [UInt64: UInt64] = [:]
    private var jobEnds: [UInt64: UInt64] = [:]

    var lags: [UInt64] = []
    var worstLag: TraceStatistics.Moment?
    var tasks: [UInt64] = []
    var longestBlock: TraceStatistics.Moment?
    var completionWaits: [UInt64] = []
    var poolWaits: [UInt64] = []
    var microtasks: [UInt64] = []
    var mostMicrotasks: TraceStatistics.Moment?
    var flight = Flight()
    var oldOperations: [TraceStatistics.Operation] = []
    var rejections: [String] = []
    var turns = 0
    var end: UInt64 = 0

    init(_ index: TraceIndex, threshold: UInt64) {
        self.index = index
        self.threshold = threshold
    }

    mutating func run() {
        for event in index.trace.events {
            if event.kind != .jobStarted { end = max(end, event.time) }
            take(event)
        }
        for thread in current.keys.sorted() { finishTask(of: thread) }
        for (callback, start) in pending.sorted(by: { $0.key < $1.key }) {
            finishOperation(callback, start, at: end, isPending: true)
        }
    }

    private mutating func take(_ event: TraceEvent) {
        switch event.kind {
        case .turnStarted: turns += 1
        case .jobQueued:
            pending[event.subject] = event.time
            flight.change(by: 1, at: end)
        case .jobStarted:
            if let start = pending[event.subject] { poolWaits.append(event.time.elapsed(since: start)) }
        case .jobEnded: jobEnds[event.subject] = event.time
        case .queued:
            guard let start = pending.removeValue(forKey: event.subject) else { return }
            flight.change(by: -1, at: end)
            finishOperation(event.subject, start, at: event.time, isPending: false)
        case .cleared:
            if pending.removeValue(forKey: event.subject) != nil { flight.change(by: -1, at: end) }
        case .started: begin(event)
        case .ended: current[event.thread]?.end = event.time
        case .rejectionUnhandled: rejections.append(index.trace.text(of: event))
        default: break
        }
    }

    // MARK: - Tasks

    private mutating func begin(_ event: TraceEvent) {
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value))
        switch kind {
        case .microtask: current[event.thread]?.microtasks += 1
        case .tick: break
        default:
            finishTask(of: event.thread)
            current[event.thread] = Task(callback: event.subject, start: event.time, end: event.time)
            if kind != .script { noteLag(event) }
        }
    }

    private mutating func finishTask(of thread: UInt16) {
        guard let task = current.removeValue(forKey: thread) else { return }
        let duration = task.end.elapsed(since: task.start)
        tasks.append(duration)
        microtasks.append(task.microtasks)
        if duration > longestBlock?.duration ?? 0 {
            longestBlock = moment(duration, task.start, task.callback)
        }
        if task.microtasks > mostMicrotasks?.duration ?? 0 {
            mostMicrotasks = moment(task.microtasks, task.start, task.callback)
        }
    }

    private mutating func noteLag(_ event: TraceEvent) {
        guard let record = index.record(of: event.subject), let readyAt = readyTime(of: record) else { return }
        let lag = event.time.elapsed(since: readyAt)
        lags.append(lag)
        if record.kind == .poll {
            let done = jobEnds.removeValue(forKey: event.subject) ?? readyAt
            completionWaits.append(event.time.elapsed(since: done))
        }
        if lag > worstLag?.duration ?? 0 { worstLag = moment(lag, readyAt, event.subject) }
    }

    private func readyTime(of record: CallbackRecord) -> UInt64? {
        if record.kind == .timer, let asked = record.asked {
            let armed = index.trace.events[asked]
            return armed.due()
        }
        return record.queued.map { index.trace.events[$0].time }
    }

    private func moment(_ duration: UInt64, _ start: UInt64, _ callback: UInt64) -> TraceStatistics.Moment {
        TraceStatistics.Moment(duration: duration, start: start, label: label(of: callback))
    }

    private func label(of callback: UInt64) -> String {
        index.record(of: callback).map(index.label(of:)) ?? "callback"
    }

    // MARK: - Operations

    private mutating func finishOperation(_ callback: UInt64, _ start: UInt64, at time: UInt64, isPending: Bool) {
        let duration = time.elapsed(since: start)
        guard duration > threshold || isPending && duration == threshold else { return }
        oldOperations.append(
            .init(label: label(of: callback), start: start, duration: duration, isPending: isPending))
    }
}
