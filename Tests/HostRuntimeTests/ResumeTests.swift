// SPDX-License-Identifier: MIT
import HostRuntime
import Testing

/// A prompt goes on after its program was stopped.
@Suite struct ResumeTests {
    // Whatever the watchdog still asked for is answered once its thread has ended.
    private static func resume(_ runtime: Runtime) {
        runtime.watchdog?.stop()
        runtime.noteStopAtPrompt()
        runtime.resume()
    }

    /// Evaluates inputs one after the other; one that prints `begin` is stopped from then on.
    private func session(_ inputs: [String]) async throws -> [String] {
        try await withRuntime { runtime, output in
            runtime.preparePrompt()
            output.onWrite = { [unowned runtime] text in
                if runtime.watchdog == nil && text.hasSuffix("begin\n") { runtime.watch(.init(timeout: 1)) }
            }
            var shown: [String] = []
            for (number, input) in inputs.enumerated() {
                let before = output.outputText
                if case .stopped = runtime.evaluate(input: input, name: "repl:\(number + 1)") {
                    shown.append("stopped")
                } else {
                    shown.append(String(output.outputText.dropFirst(before.count)))
                }
                Self.resume(runtime)
            }
            return shown
        }
    }

    @Test(arguments: [
        "console.log('begin'); while (true);",
        "console.log('begin'); /^(a+)+$/.test('a'.repeat(60) + 'b')",
        "process.nextTick(() => { console.log('begin'); while (true); })",
        "(async () => { console.log('begin'); try { while (true); } finally { lost = 1 } })()",
        "queueMicrotask(() => { console.log('begin'); while (true); }); 1",
    ])
    func anInputIsStoppedAndTheNextOneRuns(_ input: String) async throws {
        let shown = try await session(["let kept = 41", input, "kept + 1", "typeof lost"])
        #expect(shown == ["undefined\n", "stopped", "42\n", "'undefined'\n"])
    }

    @Test func whatWasQueuedBeforeIsStillThere() async throws {
        try await withRuntime { runtime, output in
            runtime.preparePrompt()
            _ = runtime.evaluate(input: "setTimeout(() => console.log('timer'), 5); 0", name: "repl:1")
            output.onWrite = { [unowned runtime] text in
                if runtime.watchdog == nil && text.hasSuffix("begin\n") { runtime.watch(.init(timeout: 1)) }
            }
            guard case .stopped = runtime.evaluate(input: "console.log('begin'); while (true);", name: "repl:2") else {
                Issue.record("it was not stopped")
                return
            }
            #expect(runtime.ending == .timedOut)
            Self.resume(runtime)
            #expect(runtime.ending == nil)
            runtime.runToEndOfProgram()
            #expect(output.outputText.hasSuffix("begin\ntimer\n"))
            #expect(runtime.ending == .exited(code: 0))
        }
    }

    @Test func errorsDoNotEndAPrompt() async throws {
        let shown = try await session([
            "throw new Error('shown')", "null.x", "let let = 1", "Promise.reject(1); 2", "3",
        ])
        #expect(shown.last == "3\n")
        #expect(!shown.contains("stopped"))
    }
}
