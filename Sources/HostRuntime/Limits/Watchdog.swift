// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import Scheduling
internal import ScriptEngine
internal import Synchronization

/// A thread that stops a program from outside: when its time is over, when it needs too much memory, when a signal
/// comes.
///
/// It asks the engine to look up and the loop to leave; the loop's thread then decides.
///
/// Signals are taken with `sigtimedwait`, so they must be blocked in every thread: call `blockSignals(_:)` before the
/// first thread is made. The thread is woken with SIGUSR2.
public final class Watchdog: Sendable {
    /// Why the program should stop.
    public enum Reason: Equatable, Sendable {
        /// The deadline passed, or the processor time is spent.
        case timeout
        /// Memory went over the limit.
        case memory
        /// This signal came.
        case signal(Int32)
    }

    /// What to watch.
    public struct Limits: Sendable {
        /// Nanoseconds from now; nil for no deadline.
        public var timeout: UInt64?
        /// Nanoseconds of processor time that the whole process may have spent since it began; nil for no limit.
        public var processorTime: UInt64?
        /// Bytes of resident memory; nil for no limit.
        public var memoryBytes: Int?
        /// Signals to take.
        public var signals: [Int32]

        /// Watches nothing until told.
        public init(timeout: UInt64? = nil, memoryBytes: Int? = nil, signals: [Int32] = []) {
            self.timeout = timeout
            self.memoryBytes = memoryBytes
            self.signals = signals
        }
    }

    private struct State {
        var reason: Reason?
        var signalCount = 0
        var isStopped = false
    }

    private let state = Guarded(State())
    private let hasReason = Atomic(false)
    let limits: Limits
    private let interrupter: Interrupter
    private let inbox: Inbox
    private let onSignal: @Sendable (Int32, Int) -> Void
    private let thread = Guarded<SystemThread?>(nil)

    /// Starts the thread.
    ///
    /// `onSignal` hears on it of each signal, with how many came since `clear()`.
    init(
        _ limits: Limits, interrupter: Interrupter, inbox: Inbox,
        onSignal: @escaping @Sendable (Int32, Int) -> Void = { _, _ in }
    ) {
        self.limits = limits
        self.interrupter = interrupter
        self.inbox = inbox
        self.onSignal = onSignal
        Self.blockSignals(limits.signals)
        start()
    }

    /// What happened since the last `clear()`.
    ///
    /// May be called from any thread.
    public var reason: Reason? {
        hasReason.load(ordering: .acquiring) ? state.withLock { $0.reason } : nil
    }

    /// Forgets what happened, so that the program can go on.
    public func clear() {
        state.withLock { state in
            state.reason = nil
            state.signalCount = 0
        }
        hasReason.store(false, ordering: .releasing)
    }

    /// Blocks signals in the calling thread and in those that it makes from now on, so that a watchdog can take them.
    public static func blockSignals(_ signals: [Int32]) {
        var set = signalSet(signals)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Ends the thread and waits for it; no interrupt is requested afterwards.
    public func stop() {
        state.withLock { $0.isStopped = true }
        guard let running = thread.withLock({ $0.take() }) else { return }
        running.signal(SIGUSR2)
        running.join()
    }

    // MARK: The thread

    private func start() {
        // Where the system has no thread left, nothing is watched.
        guard let started = try? SystemThread({ [self] in watch() }) else { return }
        thread.withLock { $0 = started }
    }

    private func watch() {
        let start = Self.nanoseconds(CLOCK_MONOTONIC)
        var signals = Self.signalSet(limits.signals)
        while !state.withLock({ $0.isStopped }) {
            let wait = nextWait(elapsed: Self.nanoseconds(CLOCK_MONOTONIC) - start)
            var time = timespec(tv_sec: Int(wait / 1_000), tv_nsec: Int(wait % 1_000) * 1_000_000)
            let signal = sigtimedwait(&signals, nil, &time)
            if state.withLock({ $0.isStopped }) {
                // It came too late for this one: it goes back to wait for whoever takes it next.
                if signal > 0 && signal != SIGUSR2 { kill(getpid(), signal) }
                return
            }
            if signal > 0 && signal != SIGUSR2 { take(signal) }
            if let timeout = limits.timeout, Self.nanoseconds(CLOCK_MONOTONIC) - start >= timeout { raise(.timeout) }
            if let time = limits.processorTime, Self.processorTime >= time { raise(.timeout) }
            if let bytes = limits.memoryBytes, MemoryGauge.residentBytes > bytes { raise(.memory) }
        }
    }

    // Memory cannot grow faster than about 4 GB a second, so the next look may wait until the limit could be reached.
    private func nextWait(elapsed: UInt64) -> Int32 {
        var wait = Int32.max
        if let bytes = limits.memoryBytes {
            let room = max(0, bytes - MemoryGauge.residentBytes)
            wait = Int32(clamping: max(5, min(1_000, room / 4_000_000)))
        }
        if let timeout = limits.timeout { wait = min(wait, Self.milliseconds(until: timeout, elapsed)) }
        // With one thread computing, processor time passes no faster than real time; with several it may be over a
        // little earlier than it is looked at.
        if let time = limits.processorTime { wait = min(wait, Self.milliseconds(until: time, Self.processorTime)) }
        return wait
    }

    // Once the time is over the program is asked again and again, in case it was in a native call.
    private static func milliseconds(until end: UInt64, _ elapsed: UInt64) -> Int32 {
        Int32(clamping: end > elapsed ? (end - elapsed) / 1_000_000 + 1 : 50)
    }

    private func take(_ signal: Int32) {
        let count = state.withLock { state in
            state.signalCount += 1
            return state.signalCount
        }
        raise(.signal(signal))
        onSignal(signal, count)
    }

    private func raise(_ reason: Reason) {
        state.withLock { state in
            if state.reason == nil { state.reason = reason }
        }
        hasReason.store(true, ordering: .releasing)
        // The loop first: whoever ends the script on the interrupt acknowledges the stop, which must have come by then.
        inbox.requestStop()
        interrupter.interrupt()
    }

    private static func signalSet(_ signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals + [SIGUSR2] { sigaddset(&set, signal) }
        return set
    }

    private static var processorTime: UInt64 { nanoseconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
