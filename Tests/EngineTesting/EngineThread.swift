// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling
internal import ScriptEngine

/// The thread on which a test process uses the engine, one test after the other.
///
/// An engine context belongs to one thread, and a thread has at most one; a test's own thread may change at any
/// `await` and has a small stack. As a task executor it keeps what belongs to the test, so that failures are its own.
public final class EngineThread: TaskExecutor {
    /// The one that all tests share.
    public static let shared = EngineThread()

    private struct State {
        var jobs: [UnownedJob] = []
        var isWorking = false
    }

    private static let stackBytes = 8 << 20
    private let state = Guarded(State())

    /// Another one, for a test that needs several.
    public init() {}

    /// Runs a job on the thread, after those that are waiting for it.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = state.withLock { state in
            state.jobs.append(job)
            defer { state.isWorking = true }
            return !state.isWorking
        }
        if isFirst { startThread() }
    }

    // The thread ends when no job is left and a later job gets a new one, so that none is left at the process's end.
    private func startThread() {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        // Its last look for a job comes after the job that may have been the last to need this object.
        let argument = Unmanaged.passRetained(self).toOpaque()
        let failure = pthread_create(
            &thread, &attributes,
            { argument in
                if let argument { Unmanaged<EngineThread>.fromOpaque(argument).takeRetainedValue().runJobs() }
                return nil
            }, argument)
        precondition(failure == 0, "no thread: \(failure)")
    }

    private func runJobs() {
        while let job = nextJob() { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func nextJob() -> UnownedJob? {
        state.withLock { state in
            if state.jobs.isEmpty {
                state.isWorking = false
                return nil
            }
            return state.jobs.removeFirst()
        }
    }
}

/// Starts the engine, once in this process.
public enum EngineProcess {
    /// True; asking for it starts the engine.
    public static let isStarted: Bool = {
        do throws(Engine.Failure) {
            try Engine.start(cacheDirectory: nil)
        } catch {
            preconditionFailure("the engine did not start: \(error)")
        }
        // Without it the engine's library dies when the process ends.
        atexit { Engine.shutDown() }
        return true
    }()
}

/// Runs a body on the engine thread, with the engine started; it closes what it opens.
public func onEngineThread<Result: Sendable>(_ body: @Sendable () throws -> Result) async throws -> Result {
    try await withTaskExecutorPreference(EngineThread.shared) {
        precondition(EngineProcess.isStarted)
        return try body()
    }
}
