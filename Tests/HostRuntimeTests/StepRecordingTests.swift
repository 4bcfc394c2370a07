// SPDX-License-Identifier: MIT
import EngineTesting
import HostRuntime
import Scheduling
import Testing

@testable import Tracing

/// The step view's model on runs that were really recorded.
@Suite struct StepRecordingTests {
    private static let programs: [String: String] = [
        "chains": """
        const say = s => () => console.log(s);
        Promise.resolve().then(say('a')).then(say('b'));
        Promise.resolve().then(say('c'));
        setTimeout(() => { const x = 1; console.log('t', x) }, 10);
        """,
        "awaits": """
        const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
        async function load(name) {
          const started = Date.now();
          await wait(5);
          console.log(name, Date.now() - started);
          return name;
        }
        load('one').then(console.log);
        (async () => { for (const n of [1, 2]) await load(n) })();
        """,
        "generators": """
        function* count() { for (let n = 0; n < 3; n++) yield n }
        for (const n of count()) console.log(n);
        [3, 1, 2].sort((a, b) => a - b).forEach(n => console.log(n));
        """,
        "errors": """
        function fail() { throw new Error('no') }
        try { fail() } catch { console.error('caught') }
        process.on('exit', code => console.log('exit', code));
        setImmediate(fail);
        """,
        "workers": """
        const { Worker } = require('node:worker_threads');
        const worker = new Worker(`
          const { parentPort } = require('node:worker_threads');
          parentPort.on('message', text => { parentPort.postMessage(text + '!'); parentPort.close() })`,
          { eval: true });
        worker.on('message', text => console.log(text));
        worker.postMessage('hi');
        """,
    ]

    private static func recorded(_ text: String, _ level: TraceLevel, budget: UInt64? = nil) async throws -> Trace {
        try await onEngineThread {
            var options = ProgramRecording.Options(level: level)
            options.eventBudget = budget
            return try ProgramRecording.run(
                .text(text, name: "program.js"), name: "program.js", Self.runtimeOptions, options
            ).trace
        }
    }

    private static var runtimeOptions: RuntimeOptions {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
        options.clock = .virtual
        options.color = .never
        options.arguments = ["looplab"]
        return options
    }

    @Test(arguments: programs.keys.sorted(), [TraceLevel.queues, .full, .steps])
    func randomWalksComeToEqualStates(name: String, level: TraceLevel) async throws {
        let trace = try await Self.recorded(#require(Self.programs[name]), level)
        #expect(trace.events.count > 10)
        var model = StepModel(trace)
        var number: UInt64 = 1
        let moves: [StepMove] = [
            .into, .into, .over, .out, .event, .callback, .task, .mark, .end, .line(2), .text("log"),
        ]
        for _ in 0..<150 {
            number = number * 48_271 % 2_147_483_647
            if number % 17 == 0 {
                _ = model.moveToCause()
            } else {
                _ = model.move(moves[Int(number / 7) % moves.count], number % 2 == 0 ? .forwards : .backwards)
            }
            var direct = TraceCursor(trace)
            direct.move(to: model.position)
            #expect(model.state == direct.state, "at \(model.position)")
        }
    }

    @Test(arguments: programs.keys.sorted())
    func overNeverEntersAndOutNeverStays(name: String) async throws {
        let trace = try await Self.recorded(#require(Self.programs[name]), .steps)
        var model = StepModel(trace)
        #expect(model.hasStatements)
        while !model.isAtEnd {
            var over = model
            let frame = model.thread?.frames.last?.id
            // Each thread numbers its frames.
            let thread = model.thread?.number
            _ = over.move(.over)
            let staysOnStack = over.thread?.number == thread && over.thread?.frames.contains { $0.id == frame } == true
            #expect(!staysOnStack || over.thread?.frames.last?.id == frame, "at \(model.position)")
            var out = model
            _ = out.move(.out)
            let isInside = out.thread?.number == thread && out.thread?.frames.last?.id == frame
            #expect(frame == nil || out.isAtEnd || !isInside, "from \(model.position) to \(out.position)")
            _ = model.move(.into)
        }
    }

    @Test(arguments: programs.keys.sorted())
    func everyCallbackThatWasQueuedLeadsToTheMainScript(name: String) async throws {
        var model = StepModel(try await Self.recorded(#require(Self.programs[name]), .steps))
        _ = model.move(.end)
        while model.move(.callback, .backwards) == nil {
            var back = model
            var jumps = 0
            while back.moveToCause() == nil { jumps += 1 }
            #expect(jumps < 50)
            let last = back.thread?.running.last?.kind
            #expect(last == .script || last == nil, "at \(model.position)")
        }
    }

    @Test func theInputsOfAPromptRunAgain() async throws {
        let inputs = [
            "let n = 1", "let m = await Promise.resolve(39)", "setTimeout(() => console.log(n + m), 10); n += 2",
        ]
        let result = try await onEngineThread {
            try SessionRecording.run(inputs, name: "REPL3", Self.runtimeOptions, .init(level: .steps))
        }
        #expect(result.ending == .exited(code: 0))
        #expect(result.trace.sources.first?.file == "REPL3" && result.trace.sources.first?.text == inputs[2])
        #expect(result.trace.outputLines().map(\.text).last == "42")
        let before = result.trace.events[..<result.eventsBefore].count { $0.kind == .started && $0.value == 0 }
        #expect(before == 2, "the third script is the third input")
        var model = StepModel(result.trace)
        model.move(to: result.eventsBefore)
        _ = model.move(.into)
        #expect(model.file == "REPL3")
    }

    @Test func anInputThatNeverEndsIsCutShort() async throws {
        let result = try await onEngineThread {
            var options = ProgramRecording.Options(level: .queues)
            options.eventBudget = 300
            let inputs = ["setInterval(() => {}, 1)", "1"]
            return try SessionRecording.run(inputs, name: "REPL2", Self.runtimeOptions, options)
        }
        #expect(result.ending == .recordedEnough(events: 300))
    }
}
