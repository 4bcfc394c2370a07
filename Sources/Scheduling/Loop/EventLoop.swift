// SPDX-License-Identifier: MIT
import Glibc

/// A cooperative event loop with the queues, phases and ordering rules of Node 20, or with those of a page.
///
/// The loop holds numbers, not code: the owner of the work gives each callback a *handle* and runs it as the loop's
/// ``CallbackRunner``. ``ClosureRunner`` is such an owner for Swift closures, so that the loop can be used by itself:
///
/// ```swift
/// let loop = try EventLoop(clock: VirtualClock())
/// let program = ClosureRunner(loop: loop)
/// program.timer(after: 10) { print("timer") }
/// program.immediate { print("immediate") }
/// program.microtask { print("microtask") }
/// program.tick { print("tick") }
/// loop.runCheckpoint()   // tick, microtask
/// loop.run()             // immediate, timer
/// ```
///
/// Confined to the thread that made it, which debug builds check at each entry. Other threads reach it through
/// ``inbox`` only. Nothing here is re-entrant: a callback must not run the loop.
public final class EventLoop {
    /// The time of this loop.
    public let clock: any LoopClock
    /// The door for other threads.
    public let inbox: Inbox
    /// What decides the orders that are left open; asked under a virtual clock only.
    public let policy: ChoicePolicy

    /// The owner of the callbacks; it must outlive every call that runs them.
    public unowned var runner: (any CallbackRunner)?

    /// Who hears what happens; nil costs a branch at each event.
    public var observer: (any LoopObserver)? {
        didSet { isObserved = observer != nil }
    }

    /// Whether there is an observer: a plain load on hot paths, where `observer` would be retained.
    private(set) var isObserved = false
    /// The clock, if it is virtual.
    let virtualClock: VirtualClock?
    let poller: Poller?
    private let owner = pthread_self()

    let ticks = RingQueue<Callback>()
    let microtasks = RingQueue<Callback>()
    let polls = RingQueue<Callback>()
    let immediates = ImmediateQueue()
    let timers = TimerQueue()
    var completions = CompletionQueue()
    var closing: [Callback] = []
    /// The queues of the browser profile; nil in the Node profile.
    let page: Page?

    /// Who does blocking work for this loop; to be set before the first job.
    public var pool: WorkPool?
    var poolJobs: [PoolJobID: PoolJob] = [:]
    /// The jobs on virtual lanes, by what the lanes call them.
    var laneJobs: [UInt64: PoolJobID] = [:]

    let asyncDoor: AsyncDoor
    /// In the order in which they were added.
    var asyncListeners: [AsyncListener] = []
    /// The number of the listener that was added last.
    var lastListener: UInt64 = 0
    var referencedListeners = 0

    /// The number of this loop's thread in its program: 0 for the main one.
    public let threadNumber: Int
    /// Where this loop stands among those of its program, in virtual time.
    public let place: TimelinePlace?

    /// The time that phases compare timers with: the last live reading, in milliseconds, as libuv's `loop->time`.
    var loopTime: UInt64 = 0
    var lastID: UInt64 = 0
    /// The id of the callback that is running, or 0.
    var runningID: UInt64 = 0
    /// Set by whatever may have filled a queue that checkpoints drain.
    var needsCheckpoint = false
    var isInCheckpoint = false
    var isRunning = false
    /// The number of the current turn, from 1; 0 before the first.
    public internal(set) var turnNumber: UInt64 = 0
    /// Whether the check phase or the close phase of a turn runs.
    var isBehindPoll = false
    /// Whether a timer of 1 ms was armed in one of these.
    var hasShortTimerBehindPoll = false
    var isClockExhausted = false
    /// Whether nothing can happen any more, although something referenced is left.
    var isStuck = false
    /// Whether the last wait was short and ended by another thread.
    var expectsNewsSoon = false
    /// How long the loop has waited for something to happen, in nanoseconds, jumps of a virtual clock included.
    public internal(set) var idleNanoseconds: UInt64 = 0

    /// The rules that this loop deliberately breaks; to be set before anything is queued.
    public var wrongRules: WrongRules = []
    /// Whether a microtask ran in this turn; kept up to date under wrong rules only.
    var hasRunMicrotaskInTurn = false
    /// The microtasks that go on with what the running one does; kept up to date under wrong rules only.
    var followerIDs: [UInt64] = []

    /// Makes a loop whose queues are empty.
    ///
    /// `poller` is needed to watch descriptors, and serves one loop; `place` where several loops share virtual time.
    /// Throws if the system has no descriptor left.
    public init(
        clock: any LoopClock, profile: LoopProfile = .node, poller: Poller? = nil,
        policy: ChoicePolicy = ChoicePolicy(), threadNumber: Int = 0, place: TimelinePlace? = nil
    ) throws(SchedulingError) {
        self.clock = clock
        page = profile == .browser ? Page() : nil
        self.policy = policy
        self.poller = poller
        self.threadNumber = threadNumber
        self.place = place
        virtualClock = clock as? VirtualClock
        inbox = try Inbox(place: place)
        asyncDoor = AsyncDoor(inbox, place)
        poller?.attach(inbox)
    }

    deinit {
        inbox.close()
    }

    // MARK: - State

    /// The id of the callback that is running, or 0: the cause of whatever is queued now.
    public var runningCallbackID: UInt64 { runningID }

    /// Whether anything referenced is left that the loop would wait for or run.
    ///
    /// Ticks and microtasks do not count, as in libuv: they belong to the callback that queued them.
    public var isAlive: Bool {
        if let page, page.isClosed { return false }
        return timers.referencedCount > 0 || immediates.referencedCount > 0 || !polls.isEmpty || !closing.isEmpty
            || completions.referencedCount > 0 || inbox.pendingWork > 0 || inbox.hasJobs || !laneJobs.isEmpty
            || referencedListeners > 0 || (poller?.referencedCount ?? 0) > 0 || hasPressingWakeUp
            || (page?.isAlive ?? false) || holdsMicrotasks
    }

    // MARK: - For the parts of the loop

    /// Traps, in debug builds, when the loop is used from a thread that is not its own.
    @inline(__always)
    func assertConfined() {
        assert(pthread_equal(owner, pthread_self()) != 0, "an event loop was used from a thread that is not its own")
    }

    /// Until when wake-ups can be seen, in nanoseconds: all that were sent, where time is real.
    var wakeUpTime: UInt64 { virtualClock?.now() ?? .max - 1 }

    @inline(__always)
    func takeID() -> UInt64 {
        lastID &+= 1
        return lastID
    }

    /// Reads the clock, in whole milliseconds, and moves the loop's time there.
    @inline(__always)
    func readLoopTime() -> UInt64 {
        let now = virtualClock?.now() ?? clock.now()
        loopTime = now / 1_000_000
        return loopTime
    }

    /// Makes the loop as it was before its first turn, at the time at which its clock stands now.
    ///
    /// Nothing may be left that is alive.
    public func beginAnew() {
        assertConfined()
        precondition(!isRunning && !isAlive, "a loop with something left cannot begin anew")
        timers.beginAnew()
        turnNumber = 0
        idleNanoseconds = 0
        hasShortTimerBehindPoll = false
        isClockExhausted = false
        isStuck = false
        _ = readLoopTime()
    }

    /// Tells the observer; call it only where `isObserved` is true.
    @inline(never)
    func report(_ event: LoopEvent) {
        observer?.observe(event)
    }
}

@available(*, unavailable)
extension EventLoop: Sendable {}
