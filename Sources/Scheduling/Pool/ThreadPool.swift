// SPDX-License-Identifier: MIT
internal import Glibc

/// A fixed number of threads that take jobs from one queue, first come first served, as libuv's pool does.
///
/// The threads start with the first job. May be used from any thread.
public final class ThreadPool: Sendable {
    /// Work for a thread of the pool.
    public typealias Job = @Sendable () -> Void

    private struct State {
        /// In the order of their tickets.
        var waiting = FifoQueue<(ticket: UInt64, job: Job)>()
        var lastTicket: UInt64 = 0
        var threads: [SystemThread] = []
        var isStarted = false
        var isClosed = false
    }

    /// How many threads there are.
    public let size: Int
    private let state = Guarded(State())
    /// Counts the waiting jobs, and at the end lets every thread go home.
    ///
    /// Nil where the system has no descriptor left: then there are no threads.
    private let semaphore: Semaphore?

    /// Makes a pool of so many threads; see ``PoolSize``.
    public init(size: Int = PoolSize.standard) {
        self.size = size
        semaphore = try? Semaphore()
    }

    /// Puts a job at the end of the queue and gives the ticket by which it can be cancelled.
    ///
    /// Where the system has no thread for the pool at all the job is done at once, by the caller. After
    /// ``shutDown()`` it is dropped.
    public func submit(_ job: @escaping Job) -> UInt64 {
        start()
        let (ticket, hasThread) = state.withLock { state in
            state.lastTicket += 1
            if !state.threads.isEmpty { state.waiting.append((state.lastTicket, job)) }
            return (state.lastTicket, !state.threads.isEmpty || state.isClosed)
        }
        if hasThread { semaphore?.signal() } else { job() }
        return ticket
    }

    /// Takes a job out of the queue; false if a thread has begun it.
    public func cancel(_ ticket: UInt64) -> Bool {
        let job = state.withLock { state -> Job? in
            state.waiting.remove { $0.ticket == ticket }?.job
        }
        // What a job holds may be freed by anything; so not under the lock.
        return job != nil
    }

    /// Drops what waits, lets the threads finish what they have begun, and waits for that.
    public func shutDown() {
        let (dropped, threads) = state.withLock { state in
            defer {
                state.waiting = FifoQueue()
                state.threads = []
                state.isClosed = true
            }
            return (state.waiting, state.threads)
        }
        withExtendedLifetime(dropped) {}
        semaphore?.signal(size)
        for thread in threads { thread.join() }
    }

    private func start() {
        state.withLock { state in
            if state.isStarted { return }
            state.isStarted = true
            guard let semaphore else { return }
            for _ in 0..<size {
                guard let thread = try? SystemThread({ [self] in work(semaphore) }) else { return }
                state.threads.append(thread)
            }
        }
    }

    private enum Next {
        case job(Job)
        /// The job that was counted here was cancelled.
        case nothing
        case goHome
    }

    private func work(_ semaphore: Semaphore) {
        while true {
            semaphore.wait()
            switch take() {
            case .job(let job): job()
            case .nothing: continue
            case .goHome: return
            }
        }
    }

    private func take() -> Next {
        state.withLock { state in
            if state.isClosed { return .goHome }
            return state.waiting.popFirst().map { .job($0.job) } ?? .nothing
        }
    }
}

/// How many threads a pool has.
public enum PoolSize {
    /// The size when nobody says otherwise.
    public static let standard = 4
    /// The most threads that libuv starts.
    public static let maximum = 1024

    /// Reads the value of `UV_THREADPOOL_SIZE` as libuv does (`init_threads` in `src/threadpool.c`).
    ///
    /// It takes the number that the text begins with, by `atoi`. No number and 0 give one thread, a negative number,
    /// which libuv reads without its sign, and any that is too large give ``maximum``.
    public static func fromEnvironment(_ text: String?) -> Int {
        guard let text else { return standard }
        let number = Int(atoi(text))
        if number < 0 { return maximum }
        return min(max(number, 1), maximum)
    }
}
