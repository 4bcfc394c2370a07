// SPDX-License-Identifier: MIT

/// What a run's record says in numbers.
///
/// Times are nanoseconds of the thread's clock. Where events were dropped, what they belonged to is missing.
public struct TraceStatistics: Equatable, Sendable {
    /// How late something was, or how long something took, and where.
    public struct Moment: Equatable, Sendable {
        /// How long.
        public let duration: UInt64
        /// When it began.
        public let start: UInt64
        /// What it is called, with its place.
        public let label: String
    }

    /// Work outside the program that was asked for.
    public struct Operation: Equatable, Sendable {
        /// What it is called, with its place.
        public let label: String
        /// When it was asked for.
        public let start: UInt64
        /// How long it took, or has taken by the end.
        public let duration: UInt64
        /// Whether it was still under way at the end.
        public let isPending: Bool
    }

    /// From when a callback could run until it ran: timers from their due time, completions and messages from when
    /// they were ready, immediates and tasks from when they were queued.
    public let loopLag: Distribution
    /// The worst of those.
    public let worstLag: Moment?
    /// How long tasks held their threads, each with its checkpoint.
    public let tasks: Distribution
    /// The longest of those.
    public let longestBlock: Moment?
    /// From the end of work outside the program until its callback ran.
    public let completionWait: Distribution
    /// How long jobs waited for a lane or a thread of the pool.
    public let poolWait: Distribution
    /// How many microtasks ran in the checkpoint after each task.
    public let microtasks: Distribution
    /// The task with most of them; its duration is their number.
    public let mostMicrotasks: Moment?
    /// How much work outside the program was under way, as it changed.
    public let flight: Flight
    /// The operations that took longer than the threshold, longest first.
    public let oldOperations: [Operation]
    /// The rejections that nobody handled in time, by their reasons.
    public let unhandledRejections: [String]
    /// How many turns the loops made.
    public let turns: Int
    /// From the first event to the last.
    public let duration: UInt64
    /// How many events were not kept.
    public let dropped: UInt64

    /// Counts what is in a trace; operations that took longer than `threshold` nanoseconds are listed.
    public init(_ index: TraceIndex, threshold: UInt64 = 1_000_000_000) {
        var count = StatisticsCount(index, threshold: threshold)
        count.run()
        loopLag = Distribution(count.lags)
        worstLag = count.worstLag
        tasks = Distribution(count.tasks)
        longestBlock = count.longestBlock
        completionWait = Distribution(count.completionWaits)
        poolWait = Distribution(count.poolWaits)
        microtasks = Distribution(count.microtasks)
        mostMicrotasks = count.mostMicrotasks
        flight = count.flight
        oldOperations = count.oldOperations.sorted { ($0.duration, $1.start) > ($1.duration, $0.start) }
        unhandledRejections = count.rejections
        turns = count.turns
        duration = count.end
        dropped = index.trace.droppedCount
    }
}

/// How much was under way at once, as it changed over a run.
public struct Flight: Equatable, Sendable {
    /// From each instant in nanoseconds on so many, in ascending order of time.
    public private(set) var steps: [(time: UInt64, count: Int)] = []
    /// The most there were at once.
    public private(set) var most = 0
    private var now = 0

    /// Adds one, or takes one away with −1, at an instant; instants must not descend.
    mutating func change(by difference: Int, at time: UInt64) {
        now = Swift.max(0, now + difference)
        most = Swift.max(most, now)
        if steps.last?.time == time { steps[steps.count - 1].count = now } else { steps.append((time, now)) }
    }

    /// The mean over a time that begins at 0, in thousandths.
    public func meanThousandths(until end: UInt64) -> UInt64 {
        guard end > 0 else { return 0 }
        var sum: Double = 0
        for (index, step) in steps.enumerated() {
            let next = index + 1 < steps.count ? steps[index + 1].time : end
            if next > step.time { sum += Double(step.count) * Double(next - step.time) }
        }
        return UInt64((sum / Double(end) * 1_000).rounded())
    }

    /// The greatest count in each of so many equal parts of a time that begins at 0.
    public func peaks(parts: Int, until end: UInt64) -> [Int] {
        guard parts > 0 else { return [] }
        var peaks = Array(repeating: 0, count: parts)
        let width = Double(Swift.max(end, 1)) / Double(parts)
        for (index, step) in steps.enumerated() {
            let next = index + 1 < steps.count ? steps[index + 1].time : end
            let first = min(Int(Double(step.time) / width), parts - 1)
            // What ends where a part begins is not in it.
            let last = min(Int((Double(Swift.max(next, step.time.advanced(byUpTo: 1))) - 1) / width), parts - 1)
            for part in first...Swift.max(first, last) { peaks[part] = Swift.max(peaks[part], step.count) }
        }
        return peaks
    }

    /// Whether both changed alike.
    public static func == (first: Flight, second: Flight) -> Bool {
        first.steps.elementsEqual(second.steps) { $0 == $1 }
    }
}
