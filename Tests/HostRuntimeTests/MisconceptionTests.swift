// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import HostRuntime
import Scheduling
import Testing
import Tracing

/// Runs under deliberately wrong rules, and what they say about a prediction.
///
/// The folders of `Misconceptions` are named after the rules: each program there has, in a `.predicted` file, what it
/// prints under them, worked out by hand. `plain` has programs without anything asynchronous.
@Suite struct MisconceptionTests {
    static let programs = BehaviourProgram.all(below: "Misconceptions")
    static let plain = programs.filter { $0.area == "plain" }
    static let telling = programs.filter { $0.area != "plain" }
    /// Those that a page can run, too.
    static let ofPages = telling.filter { program in
        let text = (try? String(contentsOfFile: program.path, encoding: .utf8)) ?? ""
        return !text.contains("process.") && !text.contains("setImmediate")
    }

    @Test(arguments: Misconception.allCases)
    func hasProgramsOfItsOwn(_ misconception: Misconception) {
        #expect(Self.telling.filter { $0.area == misconception.rawValue }.count >= 3)
    }

    /// A prediction shows the one misconception that it was made with, and no other.
    @Test(arguments: telling)
    func isTheOnlyOneThatFits(_ program: BehaviourProgram) async throws {
        let fitting = try await fitting(program, .node)
        #expect(fitting == [String(program.area)])
    }

    @Test(arguments: ofPages)
    func isTheOnlyOneThatFitsInAPage(_ program: BehaviourProgram) async throws {
        let fitting = try await fitting(program, .browser)
        #expect(fitting == [String(program.area)])
    }

    @Test(arguments: plain, Misconception.allCases)
    func changesNothingInAPlainProgram(_ program: BehaviourProgram, _ misconception: Misconception) async throws {
        try await onEngineThread {
            let entry = try Entry.file(at: program.path)
            let options = Self.options(program.path, .node)
            let correct = try Self.run(entry, options)
            let run = try ProgramRecording.run(
                entry, name: "p", options, believing: misconception, insteadOf: correct)
            #expect(run.ending == .exited(code: 0))
            #expect(run.lines == correct.trace.outputLines(includingErrors: false).map(\.text))
            #expect(!run.lines.isEmpty)
        }
    }

    // MARK: - What fits

    @Test func aRightPredictionShowsNoMisconception() async throws {
        let source = "setTimeout(console.log, 0, 'timer'); Promise.resolve('job').then(console.log)"
        #expect(try await Self.fitting(source, ["job", "timer"]).isEmpty)
    }

    @Test func anOrderThatNoRulesGiveShowsNoMisconception() async throws {
        let source = "setTimeout(console.log, 0, 'timer'); Promise.resolve('job').then(console.log)"
        #expect(try await Self.fitting(source, ["timer", "job", "timer"]).isEmpty)
    }

    /// The narrowest belief first.
    @Test func aPredictionMayFitSeveral() async throws {
        let source = "setTimeout(console.log, 0, 'timer'); Promise.resolve('job').then(console.log)"
        let fitting = try await Self.fitting(source, ["timer", "job"])
        #expect(fitting == [.zeroTimerAtOnce, .tasksBeforeMicrotasks, .callsWait])
    }

    /// What hangs, throws or never ends under wrong rules fits nothing, and is over soon.
    @Test(arguments: [
        // Blocks for ever where the right rules go on: what would release it comes after it.
        """
        let open;
        const gate = new Promise((resolve) => { open = resolve; });
        (async () => { console.log('wait'); await gate; console.log('pass'); })();
        open();
        """,
        // Recurs without end where a timer of 0 ms runs at once.
        """
        let isDone = false;
        function poll() { if (!isDone) setTimeout(poll, 0); }
        setTimeout(() => { isDone = true; console.log('done'); }, 5);
        console.log('wait');
        poll();
        """,
        // Uses what does not exist yet where the executor runs later.
        """
        let open;
        new Promise((resolve) => { open = resolve; });
        console.log('wait');
        open();
        console.log('done');
        """,
    ])
    func aRunThatDoesNotEndWellFitsNothing(_ source: String) async throws {
        #expect(try await Self.fitting(source, ["wait"]).isEmpty)
    }

    // MARK: - Source text

    /// `await` is replaced wherever it may stand, and text around it stays as it is.
    @Test(arguments: [
        ("const x = 1 + await (2) * await 3; return x", "7"),
        ("return [await (1, 2), await ((3)), (await 4)]", "[ 2, 3, 4 ]"),
        ("return `a${await `b${await 'c'}`}`", "abc"),
        ("const f = async (x = 5) => await x; return await f()", "5"),
        ("class A { #x = 6; async x() { return await this.#x } } return await new A().x()", "6"),
        ("return (await { then(done) { done(7) } }) /* ) */ + 1", "8"),
        ("const rocket = '🚀🚀'; return rocket + await '!'", "🚀🚀!"),
        ("try { await Promise.reject(new Error('no')) } catch ({ message }) { return message }", "no"),
        ("return await (async () => (await 8) + 1)()", "9"),
        ("return (await (0, (v) => v)(10)).toString()", "10"),
    ])
    func awaitIsReplacedWhereverItStands(_ body: String, _ printed: String) async throws {
        // Under the right rules the caller's line comes first.
        let source = "(async () => {\n\(body)\n})().then((value) => console.log(value));\nconsole.log('caller');"
        let lines = try await onEngineThread {
            let entry = Entry.text(source, name: "[eval]")
            let options = Self.options(nil, .node)
            let correct = try Self.run(entry, options)
            #expect(correct.trace.outputLines().map(\.text) == ["caller", printed])
            return try ProgramRecording.run(
                entry, name: "p", options, believing: .callsWait, insteadOf: correct
            ).lines
        }
        #expect(lines == [printed, "caller"])
    }

    /// An error in rewritten text has the line that the program's author knows.
    @Test func linesStayWhereTheyAre() async throws {
        let source = """
            (async () => {
              await null; await new Promise((resolve) => resolve());
              console.log(new Error('here').stack.split('\\n')[1].match(/:(\\d+):/)[1]);
            })();
            """
        for misconception in [Misconception.awaitBlocks, .executorRunsLater] {
            let lines = try await onEngineThread {
                let entry = Entry.text(source, name: "[eval]")
                let options = Self.options(nil, .node)
                let correct = try Self.run(entry, options)
                return try ProgramRecording.run(
                    entry, name: "p", options, believing: misconception, insteadOf: correct
                ).lines
            }
            #expect(lines == ["3"])
        }
    }

    // MARK: -

    private func fitting(_ program: BehaviourProgram, _ profile: LoopProfile) async throws -> [String] {
        let predicted = try program.predictedLines()
        return try await onEngineThread {
            try Self.fitting(.file(at: program.path), predicted, Self.options(program.path, profile)).map(\.rawValue)
        }
    }

    private static func fitting(_ source: String, _ predicted: [String]) async throws -> [Misconception] {
        try await onEngineThread {
            try fitting(.text(source, name: "[eval]"), predicted, options(nil, .node))
        }
    }

    private static func fitting(
        _ entry: Entry, _ predicted: [String], _ options: RuntimeOptions
    ) throws -> [Misconception] {
        let correct = try run(entry, options)
        return try ProgramRecording.misconceptions(
            predicting: predicted, insteadOf: correct, entry, name: "program", options)
    }

    private static func run(_ entry: Entry, _ options: RuntimeOptions) throws -> RecordedRun {
        try ProgramRecording.run(entry, name: "program", options, ProgramRecording.Options(level: .queues))
    }

    private static func options(_ path: String?, _ profile: LoopProfile) -> RuntimeOptions {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
        options.profile = profile
        options.clock = .virtual
        options.color = .never
        options.arguments = ["looplab"] + (path.map { [$0] } ?? [])
        return options
    }
}
