// SPDX-License-Identifier: MIT
/// The order in which the loops of one program run in virtual time: one at a time, each on its own thread.
///
/// Whenever a loop would wait or begins its poll phase, it says when it has something to do next and hands on the turn:
/// to the loop whose next work is earliest, and among equals to that with the smallest number. So a loop at time t runs
/// when no other can still do anything before t, and everything that was sent to it before t has arrived: the run
/// is the same whatever the machine does. May be used from any thread.
public final class VirtualTimeline: Sendable {
    struct Member {
        let number: Int
        let semaphore: Semaphore
        /// When it has something to do next, in nanoseconds; `.max` when it waits for others.
        var next: UInt64
        /// Whether it needs no turn any more, because it only unwinds.
        var isReleased = false
    }

    struct State {
        /// By number.
        var members: [Member] = []
        /// Whose turn it is.
        var holder = 0
        /// Whether nobody has anything to do.
        var isStuck = false

        func index(of number: Int) -> Int? {
            members.firstIndex { $0.number == number }
        }

        /// Gives the turn to whom it belongs and wakes that member; nobody is woken for what it holds already.
        mutating func handOn() {
            // By number, so that the first of equals is the one with the smallest; and with nothing to do in any of
            // them it is the first of all, which may know what else to wait for.
            var best: Int?
            for index in members.indices where !members[index].isReleased {
                if best.map({ members[index].next < members[$0].next }) ?? true { best = index }
            }
            guard let best else { return }
            let chosen = members[best]
            isStuck = chosen.next == .max
            let isSame = chosen.number == holder
            holder = chosen.number
            if !isSame { chosen.semaphore.signal() }
        }
    }

    let state = Guarded(State())

    /// Makes a timeline that nobody is on.
    public init() {}

    /// Puts a loop on the timeline, with its first work at that time in nanoseconds.
    ///
    /// The numbers of a program's loops grow in the order in which they are made; the first one, 0, has the turn.
    public func join(_ number: Int, at time: UInt64) throws(SchedulingError) -> TimelinePlace {
        let semaphore = try Semaphore()
        state.withLock { state in
            state.members.append(Member(number: number, semaphore: semaphore, next: time))
        }
        return TimelinePlace(timeline: self, number: number, semaphore: semaphore)
    }
}

/// A loop's place on a timeline.
public final class TimelinePlace: Sendable {
    private let timeline: VirtualTimeline
    private let number: Int
    private let semaphore: Semaphore

    init(timeline: VirtualTimeline, number: Int, semaphore: Semaphore) {
        self.timeline = timeline
        self.number = number
        self.semaphore = semaphore
    }

    /// Stops having the means to wake this loop in common with the process of which this one is a copy.
    func separate() throws(SchedulingError) {
        try semaphore.separate()
    }

    /// What a wait for the turn ends with.
    public enum Grant: Equatable, Sendable {
        /// The turn is here; the work that it was given for is due at that time, in nanoseconds.
        case turn(at: UInt64)
        /// No loop of the program has anything to do, and this is the first of them.
        case stuck
        /// Somebody asks this loop to stop; it has no turn.
        case stopped
    }

    /// Hands on the turn and waits for it; from any thread's point of view this loop is idle until `next`.
    ///
    /// `isStopped` is looked at whenever something wakes the wait.
    public func waitForTurn(next: UInt64, isStopped: () -> Bool) -> Grant {
        timeline.state.withLock { state in
            guard let index = state.index(of: number) else { return }
            state.members[index].next = next
            if state.holder == number { state.handOn() }
        }
        return waitForFirstTurn(isStopped: isStopped)
    }

    /// Waits for the first turn of a loop that has just begun.
    public func waitForFirstTurn(isStopped: () -> Bool) -> Grant {
        while true {
            if let grant = grant() { return grant }
            if isStopped() { return .stopped }
            semaphore.wait()
        }
    }

    private func grant() -> Grant? {
        timeline.state.withLock { state -> Grant? in
            guard let index = state.index(of: number) else { return .stopped }
            let member = state.members[index]
            if member.isReleased { return .stopped }
            guard state.holder == number else { return nil }
            return state.isStuck ? .stuck : .turn(at: member.next)
        }
    }

    /// Notes that this loop has something to do at that time, in nanoseconds; for whoever has the turn.
    public func noteWork(at time: UInt64) {
        noteWork(of: number, at: time)
    }

    /// Notes the same for another loop, known by its number.
    func noteWork(of other: Int, at time: UInt64) {
        timeline.state.withLock { state in
            guard let index = state.index(of: other) else { return }
            if time < state.members[index].next { state.members[index].next = time }
        }
    }

    /// Lets this loop unwind without a turn.
    ///
    /// The caller has the turn, or nobody of the program will ever have one again.
    public func release() {
        timeline.state.withLock { state in
            guard let index = state.index(of: number) else { return }
            state.members[index].isReleased = true
            if state.holder == number { state.handOn() }
        }
        semaphore.signal()
    }

    /// Takes this loop off the timeline and hands on its turn.
    public func leave() {
        timeline.state.withLock { state in
            guard let index = state.index(of: number) else { return }
            state.members.remove(at: index)
            if state.holder == number { state.handOn() }
        }
    }

    /// Wakes a wait, so that it looks whether it was stopped; async-signal-safe.
    func wake() {
        semaphore.signal()
    }
}
