// SPDX-License-Identifier: MIT
import Glibc
import ScriptEngine
import Synchronization

/// The thread on which this target's engine tests run, one after the other.
///
/// An engine context belongs to one thread, and a thread has at most one; a test's own thread may change at any
/// `await` and has a small stack. As a task executor it keeps what belongs to the test, so that failures are its own.
final class EngineThread: TaskExecutor {
    static let shared = EngineThread()

    private struct State {
        var jobs: [UnownedJob] = []
        var isWorking = false
    }

    private static let stackBytes = 8 << 20
    private let state = Mutex(State())

    func enqueue(_ job: consuming ExecutorJob) {
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
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        pthread_attr_init(attributes)
        pthread_attr_setstacksize(attributes, Self.stackBytes)
        pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let argument = Unmanaged.passUnretained(self).toOpaque()
        let failure = pthread_create(
            &thread, attributes,
            { argument in
                if let argument { Unmanaged<EngineThread>.fromOpaque(argument).takeUnretainedValue().runJobs() }
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
enum EngineProcess {
    static let isStarted: Bool = {
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
func onEngineThread<Result: Sendable>(_ body: @Sendable () throws -> Result) async throws -> Result {
    try await withTaskExecutorPreference(EngineThread.shared) {
        precondition(EngineProcess.isStarted)
        return try body()
    }
}
