// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

extension Runtime {
    /// The time that messages bear: virtual time in nanoseconds, or 0 where time is real and they arrive when they
    /// arrive.
    var messageTime: UInt64 {
        clock.kind == .virtual ? clock.now() : 0
    }

    /// In virtual time, lets the other threads hear at once what this one told them, which may never come back to its
    /// loop.
    ///
    /// The main thread needs no such pause: among threads with work at one time it comes first anyway.
    func letOthersHear() {
        guard role.number > 0, let place = role.place else { return }
        _ = place.waitForTurn(next: clock.now(), isStopped: { loop.inbox.isStopRequested })
    }

    /// Runs a worker's program, then its loop until nothing is left, then its 'exit' listeners.
    func runWorker(_ start: WorkerStart) -> RunEnding {
        insideScript {
            let main = closures.add { [self] in startWorker(start) }
            if loop.runScript(main) != .stop { loop.runCheckpoint() }
            runToIdle()
            return finish()
        }
    }

    private func startWorker(_ start: WorkerStart) -> Outcome {
        let prepared = outcome(context.call(hooks.workerMain, []).ending)
        if prepared != .completed { return prepared }
        role.worker?.link.post(.online, at: messageTime, sending: recordSending("online"))
        letOthersHear()
        if loop.inbox.isStopRequested { return .stop }
        switch start.program {
        case .file(let path) where loop.profile == .browser: return startPageWorker(path, isModule: start.isModule)
        case .file(let path): return self.startWorkerFile(path, isModule: start.isModule)
        case .text(let text): return self.start(.text(text, name: "[worker eval]"))
        }
    }

    // The script of a page's worker: a module script if it was asked for as one, else a classic script.
    private func startPageWorker(_ path: String, isModule: Bool) -> Outcome {
        if isModule {
            modules.enqueueEntry(path)
            return .completed
        }
        do throws(ThrownError) {
            let source = Source(try readText(path), file: path, referrer: modules.referrer(forFile: path))
            return outcome(context.evaluate(source, in: realm).ending)
        } catch {
            role.worker?.link.post(.notStarted(path), at: messageTime, sending: recordSending("error"))
            return .stop
        }
    }

    private func startWorkerFile(_ path: String, isModule: Bool) -> Outcome {
        guard let loader = hook(hooks.modules), let runMain = loader.property("runWorkerMain") else { return .stop }
        if isModule {
            modules.enqueueEntry(path)
            return .completed
        }
        let completion = context.call(runMain, [context.string(path)])
        if case .normal(let wasCommonJS) = completion, !wasCommonJS.boolean {
            modules.enqueueEntry(SourceFile.realPath(path))
        }
        return outcome(completion.ending)
    }
}
