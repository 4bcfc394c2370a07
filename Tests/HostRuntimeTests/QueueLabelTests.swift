// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import HostRuntime

/// At a prompt each waiting callback is named by the call that queued it and its place.
@Suite struct QueueLabelTests {
    private func labels(
        _ input: String, _ callbacks: @Sendable (QueueSnapshot) -> [Callback]
    ) async throws -> [String] {
        try await withRuntime { options in
            options.clock = .virtual
            options.keepsAsyncStacks = true
        } _: { runtime, _ in
            runtime.preparePrompt()
            _ = runtime.evaluate(input: input, name: "repl:1")
            return callbacks(runtime.loop.snapshot()).map { Self.line(of: runtime.label(of: $0)) }
        }
    }

    // "setTimeout@repl:1:2" without the column, which for some calls is that of the parenthesis.
    private static func line(of label: String) -> String {
        label.split(separator: ":").dropLast().joined(separator: ":")
    }

    @Test func timersAreNamed() async throws {
        let input = "setTimeout(() => {}, 5);\n  setInterval(() => {}, 10);\nfunction f() { setTimeout(f, 20) }\nf()"
        #expect(
            try await labels(input) { $0.timers.map(\.callback) }
                == ["setTimeout@repl:1:1", "setInterval@repl:1:2", "setTimeout@repl:1:3"])
    }

    @Test func immediatesAreNamed() async throws {
        #expect(
            try await labels("setImmediate(() => {}); setImmediate(() => {})") { $0.immediates }
                == ["setImmediate@repl:1:1", "setImmediate@repl:1:1"])
    }

    @Test func whatACheckpointDrainsIsNamedWhileItWaits() async throws {
        let places = try await withRuntime { options in
            options.clock = .virtual
            options.keepsAsyncStacks = true
        } _: { runtime, output in
            runtime.preparePrompt()
            var places: [String] = []
            output.onWrite = { [unowned runtime] _ in
                let snapshot = runtime.loop.snapshot()
                places = (snapshot.ticks + snapshot.microtasks).map { Self.line(of: runtime.label(of: $0)) }
            }
            let input = """
                process.nextTick(() => {});
                queueMicrotask(() => {});
                Promise.resolve().then(() => {});
                console.log('now');
                """
            _ = runtime.evaluate(input: input, name: "repl:1")
            return places
        }
        #expect(places == ["nextTick@repl:1:1", "queueMicrotask@repl:1:2", "promise job@repl:1:3"])
    }

    @Test func placesOfCallbacksThatRanOrWereClearedAreForgotten() async throws {
        try await withRuntime { runtime, _ in
            runtime.preparePrompt()
            let input = """
                for (let n = 0; n < 100; n++) {
                  process.nextTick(() => {}); queueMicrotask(() => {}); setImmediate(() => {}); setTimeout(() => {}, n);
                  clearImmediate(setImmediate(() => {})); clearTimeout(setTimeout(() => {}, 5));
                }
                const i = setInterval(() => { clearInterval(i) }, 1);
                """
            _ = runtime.evaluate(input: input, name: "repl:1")
            #expect(runtime.places.count == 201)
            runtime.runToEndOfProgram()
            #expect(runtime.places.isEmpty)
            #expect(runtime.ending == .exited(code: 0))
        }
    }

    @Test func aRunThatIsNoPromptKeepsNoPlaces() async throws {
        try await withRuntime { runtime, _ in
            _ = runtime.run(.text("setTimeout(() => {}, 5); setImmediate(() => {})", name: "a.js"))
            #expect(runtime.places.isEmpty)
        }
    }
}
