// SPDX-License-Identifier: MIT
import EngineTesting
import HostRuntime
import Scheduling
import Testing

@testable import Tracing

/// The page's JavaScript and ``TraceState`` follow a run the same way: each is played through, event by event.
@Suite struct PlayerStateTests {
    // Some of each folder: to play one back takes as long as to run it.
    private static let programs = every(5, of: BehaviourProgram.all.filter { ["order", "worker"].contains($0.area) })
    private static let pages = every(4, of: BehaviourProgram.all(below: "BrowserPrograms"))

    private static func every(_ step: Int, of programs: [BehaviourProgram]) -> [BehaviourProgram] {
        stride(from: 0, to: programs.count, by: step).map { programs[$0] }
    }

    @Test(arguments: programs)
    func aProgramHasTheSameStates(program: BehaviourProgram) async throws {
        try await compare(try await Self.record(.file(at: program.path), path: program.path))
    }

    @Test(arguments: pages)
    func aPageHasTheSameStates(program: BehaviourProgram) async throws {
        try await compare(try await Self.record(.file(at: program.path), path: program.path, profile: .browser))
    }

    /// What recorded programs have little of: every queue at once, frames that wait, times beyond a double's exactness.
    @Test func unusualEventsHaveTheSameStates() async throws {
        try await compare(Self.unusual)
    }

    @Test func goingBackGivesTheSameStates() async throws {
        let path = try #require(BehaviourProgram.all.first { $0.name.hasPrefix("order/mixed/") }).path
        let trace = try await Self.record(.file(at: path), path: path)
        let script = Self.script(
            trace,
            """
            const count = trace.events.length;
            const forth = [];
            for (let n = 0; n <= count; n++) forth.push(describe(stateAfter(trace, n)));
            for (const spacing of [1, 7, 500]) {
              const cursor = new Cursor(trace, spacing);
              for (let n = 0, position = 0; n < 200; n++) {
                position = (position * 31 + n * 17) % (count + 1);
                cursor.moveTo(position);
                if (describe(cursor.state) !== forth[position]) console.log('differs at', position, 'with', spacing);
              }
            }
            console.log(count > 20, trace.lines.length);
            """)
        let run = try await ProgramRun.of(script)
        #expect(run.output == "true \(trace.outputLines().count)\n")
        #expect(run.error == "")
    }

    /// Scripts and styles run only if the policy names them by the hash that OpenSSL gives too.
    @Test func thePolicyNamesWhatThePageHolds() async throws {
        let trace = try await Self.record(.text("console.log(1)", name: "[eval]"), path: nil)
        let page = TracePlayer(trace).page
        func content(_ pattern: Regex<(Substring, content: Substring)>) throws -> String {
            String(try #require(page.firstMatch(of: pattern)?.content))
        }
        let texts = [
            try content(/<script>(?<content>[\s\S]*?)<\/script>/), try content(/<style>(?<content>[\s\S]*?)<\/style>/),
        ]
        let policy = try content(/Security-Policy" content="(?<content>[^"]*)"/)
        let literals = texts.map { ScriptLiteral.text($0) }.joined(separator: ",")
        let run = try await ProgramRun.of(
            """
            const { createHash } = require('node:crypto');
            for (const text of [\(literals)]) console.log(createHash('sha256').update(text).digest('base64'));
            """)
        let hashes = run.output.split(separator: "\n")
        #expect(hashes.count == 2)
        #expect(policy.contains("script-src 'sha256-\(hashes[0])'; style-src 'sha256-\(hashes[1])';"))
    }

    // MARK: - Both sides

    private static func record(
        _ entry: Entry, path: String?, profile: LoopProfile = .node
    ) async throws -> Trace {
        try await onEngineThread {
            var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
            options.profile = profile
            options.clock = .virtual
            options.color = .never
            options.arguments = ["looplab"] + (path.map { [$0] } ?? [])
            return try ProgramRecording.run(entry, name: "program", options, .init(level: .steps)).trace
        }
    }

    private func compare(_ trace: Trace) async throws {
        var state = TraceState()
        var expected = trace.events.indices.prefix(3_000).map { index in
            state.apply(trace.events[index], index: index)
            return StateDescription(state).text
        }
        expected += trace.outputLines().map { "\($0.number) \($0.eventIndex) \($0.isError)" }
        let script = Self.script(
            trace,
            """
            const state = emptyState();
            const lines = trace.events.slice(0, 3000).map(event => (applyEvent(state, event), describe(state)));
            for (const event of trace.events) if (!sentenceOf(trace, event)) lines.push(`no sentence: ${event.kind}`);
            for (const line of trace.lines) lines.push(`${line.number} ${line.eventIndex} ${line.isError}`);
            console.log(lines.join('\\n'));
            """)
        let run = try await ProgramRun.of(script)
        let found = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        #expect(run.error == "")
        let difference = zip(expected, found).first { $0 != $1 }
        #expect(difference == nil)
        #expect(found.count == expected.count && found.count > 1)
    }

    private static func script(_ trace: Trace, _ body: String) -> String {
        let data = TracePlayer(trace, eventLimit: .max).recordText
        return """
            \(TracePlayer.stateScripts)
            const trace = readTrace(\(data));
            const list = entries => entries.map(e => `${e.callback}:${e.kind}:${e.eventIndex}:${e.due}`).join(' ');
            const frame = f => `${f.id}:${f.function}:${f.eventIndex}` +
              f.variables.map(v => ` ${v.name}=${v.value}`).join('');
            const order = (a, b) => BigInt(a.id) < BigInt(b.id) ? -1 : 1;
            function describe(s) {
              return [s.eventIndex, s.currentThread, s.pendingPromises, s.outputs.join(' '), ...s.threads.map(t => [
                t.number, t.turn, t.phase, t.time, t.hasEnded, list(t.ticks), list(t.microtasks), list(t.timers),
                list(t.pending), list(t.poll), list(t.check), list(t.close), list(t.tasks), list(t.running),
                t.frames.map(frame).join(';'), Array.from(t.suspended.values()).sort(order).map(frame).join(';'),
              ].join('|'))].join('/');
            }
            function stateAfter(trace, count) {
              const state = emptyState();
              for (const event of trace.events.slice(0, count)) applyEvent(state, event);
              return state;
            }
            \(body)
            """
    }
}

/// A state as one line of text; the test's script writes the same.
private struct StateDescription {
    let text: String

    init(_ state: TraceState) {
        let head = [
            "\(state.eventIndex)", "\(state.currentThread)", "\(state.pendingPromises)",
            state.outputs.map(String.init).joined(separator: " "),
        ]
        text = (head + state.threads.map(Self.thread)).joined(separator: "/")
    }

    private static func thread(_ thread: TraceState.Thread) -> String {
        let queues = [
            thread.ticks, thread.microtasks, thread.timers, thread.pending, thread.poll, thread.check, thread.close,
            thread.tasks, thread.running,
        ]
        let suspended = thread.suspended.sorted { $0.key < $1.key }.map(\.value)
        let head = ["\(thread.number)", "\(thread.turn)", "\(thread.phase)", "\(thread.time)", "\(thread.hasEnded)"]
        let frames = [thread.frames, suspended].map { $0.map(frame).joined(separator: ";") }
        return (head + queues.map(list) + frames).joined(separator: "|")
    }

    private static func list(_ entries: [TraceState.Waiting]) -> String {
        entries.map { "\($0.callback):\($0.kind):\($0.eventIndex):\($0.due)" }.joined(separator: " ")
    }

    private static func frame(_ frame: TraceState.Frame) -> String {
        "\(frame.id):\(frame.function):\(frame.eventIndex)"
            + frame.variables.map { " \($0.name)=\($0.value)" }.joined()
    }
}

/// Text as a literal of JavaScript.
private enum ScriptLiteral {
    static func text(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || "'\\\u{2028}\u{2029}".unicodeScalars.contains(scalar)
                ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        return "'" + escaped.joined() + "'"
    }
}

extension PlayerStateTests {
    /// Every kind of event with every kind of callback, on two threads, in an order that no run has.
    fileprivate static var unusual: Trace {
        var random = SplitMix64(seed: 1)
        var events: [TraceEvent] = []
        for number in 1...2_000 as ClosedRange<UInt64> {
            let kinds = TraceEvent.Kind.allCases
            let kind = kinds[random.number(below: kinds.count)]
            var event = TraceEvent(sequence: number * 3, kind: kind)
            event.time = UInt64(random.number(below: 1 << 30)) << (number % 32)
            event.thread = [0, 0, 7, 40_000][random.number(below: 4)]
            event.phase = TracePhase.allCases[random.number(below: TracePhase.allCases.count)]
            event.subject = TraceEvent.callback(UInt64(random.number(below: 24)), thread: event.thread)
            event.cause = UInt64(random.number(below: Int(number)))
            event.text = UInt32(random.number(below: 4))
            switch kind {
            case .queued, .started: event.value = UInt64(random.number(below: 13)) | (number % 9 == 0 ? 1 << 60 : 0)
            case .timerSet:
                event.value = UInt64(random.number(below: 50)) | (number % 2 == 0 ? TraceEvent.repeating : 0)
            case .frameLeft: event.value = UInt64(random.number(below: 2))
            default: event.value = UInt64(random.number(below: 4))
            }
            events.append(event)
        }
        return Trace(
            header: .init(version: "0", program: "p", level: .steps), events: events, texts: ["", "a\n", "b", "c\nd"])
    }
}
