// SPDX-License-Identifier: MIT
/// What waits in a loop at one moment.
public struct QueueSnapshot: Sendable {
    /// A timer that waits.
    public struct Timer: Equatable, Sendable {
        /// The timer's name.
        public let id: TimerID
        /// Its callback.
        public let callback: Callback
        /// How long it waits in all, in milliseconds.
        public let duration: Int
        /// How long it still has to wait, in milliseconds; not positive if it is due.
        public let remaining: Int
        /// Whether it starts again after each run.
        public let isRepeating: Bool
        /// Whether it keeps the loop alive.
        public let isReferenced: Bool
    }

    /// A completion that is scheduled for an instant.
    public struct Completion: Equatable, Sendable {
        /// Its callback.
        public let callback: Callback
        /// When it is due, in nanoseconds of the loop's clock.
        public let time: UInt64
    }

    /// The queues that only a page has.
    public struct Page: Equatable, Sendable {
        /// The task queue of one source.
        public struct Tasks: Equatable, Sendable {
            /// Where the tasks come from.
            public let source: TaskSource
            /// The tasks, next one first.
            public let callbacks: [Callback]
        }

        /// The task queues that are not empty.
        public let tasks: [Tasks]
        /// Animation frame callbacks, next one first.
        public let animationFrames: [Callback]
        /// Idle callbacks, next one first.
        public let idle: [Callback]
    }

    /// The loop's time, in nanoseconds.
    public let time: UInt64
    /// The number of the current turn, from 1; 0 before the first.
    public let turn: UInt64
    /// Ticks, next one first.
    public let ticks: [Callback]
    /// Microtasks, next one first.
    public let microtasks: [Callback]
    /// Timers in the order in which they will fire if nothing changes.
    public let timers: [Timer]
    /// How many timers wait, shown above or not.
    public let timerCount: Int
    /// Immediates, next one first.
    public let immediates: [Callback]
    /// Completions that wait for the next poll phase, next one first.
    public let polls: [Callback]
    /// Completions scheduled for an instant, next one first.
    public let completions: [Completion]
    /// Close callbacks, next one first.
    public let closing: [Callback]
    /// Pieces of work under way on other threads.
    public let pendingWork: Int
    /// The queues of a page; nil in the Node profile.
    public let page: Page?
}

extension EventLoop {
    /// Copies what waits, at most `limit` entries of each queue.
    public func snapshot(limit: Int = 1_000) -> QueueSnapshot {
        assertConfined()
        let now = clock.now()
        let scheduled = completions.inOrder()
        return QueueSnapshot(
            time: now, turn: turnNumber, ticks: ticks.elements(limit: limit),
            microtasks: microtasks.elements(limit: limit),
            timers: timerDescriptions(limit: limit, at: now / 1_000_000),
            timerCount: page?.timers.count ?? timers.count, immediates: immediates.callbacks(limit: limit),
            polls: polls.elements(limit: limit),
            completions: scheduled.prefix(limit).map { .init(callback: $0.callback, time: $0.time) },
            closing: Array(closing.reversed().prefix(limit)), pendingWork: inbox.pendingWork,
            page: page.map { $0.snapshot(limit: limit) })
    }

    private func timerDescriptions(limit: Int, at now: UInt64) -> [QueueSnapshot.Timer] {
        guard let page else { return timers.firingOrder(limit: limit).map { timerDescription($0, at: now) } }
        return page.timers.waiting().prefix(limit).map { id, timer in
            QueueSnapshot.Timer(
                id: TimerID(rawValue: UInt64(id)), callback: timer.callback, duration: Int(timer.timeout),
                remaining: Int(timer.due / 1_000_000) - Int(now), isRepeating: timer.isRepeating,
                isReferenced: timer.isReferenced)
        }
    }

    private func timerDescription(_ slot: Int, at now: UInt64) -> QueueSnapshot.Timer {
        let entry = timers.slab.entries[slot]
        let remaining = Int(entry.start) + Int(entry.duration) - Int(now)
        return QueueSnapshot.Timer(
            id: timers.slab.id(of: slot), callback: entry.callback, duration: Int(entry.duration),
            remaining: remaining, isRepeating: entry.isRepeating, isReferenced: entry.isReferenced)
    }
}

extension Page {
    func snapshot(limit: Int) -> QueueSnapshot.Page {
        let queues = TaskSource.allCases.compactMap { source -> QueueSnapshot.Page.Tasks? in
            let waiting = tasks.waiting(of: source)
            return waiting.isEmpty ? nil : .init(source: source, callbacks: Array(waiting.prefix(limit)))
        }
        return QueueSnapshot.Page(
            tasks: queues, animationFrames: frames.requests.prefix(limit).map(\.callback),
            idle: idle.all.prefix(limit).map(\.callback))
    }
}

extension TimerQueue {
    /// The callbacks of the waiting timers that keep the loop alive, in no order.
    func referenced() -> [Callback] {
        var found: [Callback] = []
        for index in lists.living() {
            var slot = lists.lists[index].head
            while slot >= 0 {
                let entry = slab.entries[Int(slot)]
                if entry.isReferenced { found.append(entry.callback) }
                slot = entry.next
            }
        }
        return found
    }

    /// The waiting timers, as slots, in the order in which they will fire if nothing changes and no time is lost.
    ///
    /// Plays the algorithm through on copies of the lists: the order among equal due times depends on list ids, which
    /// change when a list is re-armed.
    func firingOrder(limit: Int) -> [Int] {
        struct Cursor {
            var next: Int32
            var expiry: UInt64
            var order: UInt64
            let duration: UInt64
        }
        var cursors = lists.living().map { index in
            let list = lists.lists[index]
            return Cursor(next: list.head, expiry: list.expiry, order: list.order, duration: UInt64(list.duration))
        }
        var order = (cursors.map(\.order).max() ?? 0) + 1
        var result: [Int] = []
        while result.count < limit,
            let first = cursors.indices.filter({ cursors[$0].next >= 0 })
                .min(by: { (cursors[$0].expiry, cursors[$0].order) < (cursors[$1].expiry, cursors[$1].order) })
        {
            let now = cursors[first].expiry
            while cursors[first].next >= 0, result.count < limit {
                let entry = slab.entries[Int(cursors[first].next)]
                let due = entry.start + cursors[first].duration
                if due > now {
                    cursors[first].expiry = due
                    cursors[first].order = order
                    order += 1
                    break
                }
                result.append(Int(cursors[first].next))
                cursors[first].next = entry.next
            }
        }
        return result
    }
}
