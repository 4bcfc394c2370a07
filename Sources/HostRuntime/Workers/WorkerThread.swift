// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
internal import Tracing

/// A worker's own thread: a runtime with a realm, a loop and a heap of its own, from its first turn to its last.
struct WorkerThread: Sendable {
    let role: ThreadRole
    /// The same as `role.worker`.
    let worker: ThreadRole.Worker
    /// Takes the record of the run; nil where none is wanted.
    let collector: TraceCollector?

    private var link: WorkerLink { worker.link }
    private var start: WorkerStart { worker.start }

    /// Runs the worker to its end; the body of its thread.
    func run() {
        defer { role.place?.leave() }
        if let place = role.place, place.waitForFirstTurn(isStopped: { link.isStopped }) == .stopped {
            return end(code: 0, at: role.start)
        }
        let output = WorkerOutput(link)
        do throws(RuntimeError) {
            let runtime = try Runtime(options(output), role: role)
            output.runtime = runtime
            runWorker(runtime)
        } catch {
            link.post(.notStarted("\(error)"), at: role.start)
            end(code: 1, at: role.start)
        }
    }

    private func runWorker(_ runtime: Runtime) {
        link.open(runtime.context.interrupter, runtime.loop.inbox)
        // A worker that is stopped before its program begins ends as if it had had none, as in Node.
        let ending = link.isStopped ? .exited(code: 0) : runtime.runWorker(start)
        let time = runtime.messageTime
        if case .heapLimit = ending { link.post(.outOfMemory, at: time, sending: runtime.recordSending("")) }
        link.close()
        let sending = runtime.recordSending("exit")
        runtime.shutDown()
        end(code: Self.exitCode(of: ending), at: time, sending: sending)
    }

    private func end(code: Int32, at time: UInt64, sending: UInt64 = 0) {
        // What was given to a worker that never took it goes away with it.
        start.port?.close(at: time)
        for port in start.data.ports { port.close(at: time) }
        link.post(.exited(code: code), at: time, sending: sending)
    }

    private static func exitCode(of ending: RunEnding) -> Int32 {
        if case .exited(let code) = ending { code } else { 1 }
    }

    private func options(_ output: WorkerOutput) -> RuntimeOptions {
        var options = RuntimeOptions(output: output, productVersion: start.inherited.productVersion)
        options.profile = start.profile == "browser" ? .browser : .node
        options.clock = start.inherited.clock
        options.seed = start.inherited.seed
        options.directory = start.inherited.directory
        options.arguments = start.arguments
        options.color = start.inherited.color
        options.collector = collector
        options.sealedFiles = start.inherited.sealedFiles
        options.heapBytes = start.limits.oldGeneration.map { Int($0 * 1_048_576) } ?? start.inherited.heapBytes
        return options
    }
}

/// A worker's standard streams: all that it writes goes to the thread that started it.
///
/// Confined to the worker's thread.
final class WorkerOutput: ProgramOutput {
    private let link: WorkerLink
    /// The runtime whose time it is when something is written.
    weak var runtime: Runtime?

    init(_ link: WorkerLink) {
        self.link = link
    }

    func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        let sending = runtime?.recordSending(stream == .output ? "stdout" : "stderr") ?? 0
        link.post(.output(stream, Array(bytes)), at: runtime?.messageTime ?? 0, sending: sending)
        runtime?.letOthersHear()
        return 0
    }

    func flush() -> Int32 { 0 }
}
