// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import HostRuntime
import Markup
import Scheduling
import Testing
import Tracing

/// Keys that come from runs, and what is said about an order.
@Suite struct PredictionJudgeTests {
    private static func runner(_ program: String, profile: LoopProfile = .node) -> EngineRunner {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
        options.profile = profile
        options.color = .never
        options.arguments = ["looplab"]
        var runner = EngineRunner(.text(program, name: "program.js"), name: "program.js", options)
        runner.eventBudget = 20_000
        return runner
    }

    private static func judge(_ program: String) throws -> PredictionJudge<EngineRunner> {
        try PredictionJudge(runner(program))
    }

    static let chains = """
        const say = s => () => console.log(s)
        Promise.resolve().then(say('a')).then(say('b'))
        Promise.resolve().then(say('c')).then(say('d'))
        """

    // MARK: - Keys

    @Test func oneRunIsTheKeyWhereNothingIsOpen() async throws {
        try await onEngineThread {
            let key = try PredictionKey(Self.runner(Self.chains))
            #expect(key.isComplete && key.runs == 1)
            #expect(key.orders.map(\.lines) == [["a", "c", "b", "d"]])
        }
    }

    @Test func everyLegalOrderIsInTheKey() async throws {
        try await onEngineThread {
            let key = try PredictionKey(
                Self.runner("setTimeout(() => console.log('t'), 0); setImmediate(() => console.log('i'))"))
            #expect(key.isComplete && key.orders.map(\.lines) == [["t", "i"], ["i", "t"]])
            for order in key.orders {
                var request = RunRequest(level: .queues)
                request.plan.choices = order.choices
                let run = try Self.runner(
                    "setTimeout(() => console.log('t'), 0); setImmediate(() => console.log('i'))"
                ).record(request)
                #expect(run.outputLines == order.lines)
            }
        }
    }

    /// Nobody knows how long the system takes; what the lab's services declare is part of the program.
    @Test func onlyWorkOfTheSystemTakesAnyTime() async throws {
        try await onEngineThread {
            let lab =
                "const { delay } = require('lab')\n"
                + "delay(30).then(() => console.log('late')); delay(10).then(() => console.log('soon'))"
            let ofLab = try PredictionKey(Self.runner(lab))
            #expect(!ofLab.variesDurations && ofLab.orders.map(\.lines) == [["soon", "late"]])
            let system = """
                const { pbkdf2 } = require('crypto')
                pbkdf2('a', 'b', 200000, 8, 'sha256', () => console.log('long'))
                pbkdf2('a', 'b', 100000, 8, 'sha256', () => console.log('short'))
                """
            let ofSystem = try PredictionKey(Self.runner(system))
            #expect(ofSystem.variesDurations && ofSystem.orders.count == 2)
        }
    }

    /// Node may have waited for 1 ms when the loop begins, and then the timer comes first.
    @Test func aShortOperationMayTakeLongerThanATimerOfZero() async throws {
        try await onEngineThread {
            let key = try PredictionKey(
                Self.runner(
                    "require('fs').stat('.', () => console.log('stat')); setTimeout(() => console.log('timer'), 0)"))
            #expect(Set(key.orders.map(\.lines)) == [["stat", "timer"], ["timer", "stat"]])
        }
    }

    @Test(
        arguments: [
            ("0", .printsNothing), ("console.log('a')", .printsOneLine),
            ("console.log('a\\na\\na')", .printsOneLineAgainAndAgain(count: 3)),
            ("for (let i = 0; i < 27; i++) console.log(i)", .printsTooMuch(lines: 27, limit: 26)),
            ("console.log('a')\nthrow new Error('no')", .fails(message: "Error: no", line: 2)),
            ("let x = = 1", .fails(message: "SyntaxError: Unexpected token '='", line: 1)),
            ("setInterval(() => console.log('a'), 5)", .stopped(.recordedEnough(events: 20_000))),
            ("process.stdin.on('data', () => {}); console.log('a\\nb')", .needsInput),
        ] as [(String, PredictionError.Obstacle)])
    func whatGivesNoOrderIsRefused(program: String, obstacle: PredictionError.Obstacle) async throws {
        try await onEngineThread {
            let failure = #expect(throws: PredictionError.self) { try PredictionKey(Self.runner(program)) }
            #expect(failure == .notPredictable(obstacle))
        }
    }

    @Test func aProgramThatEndsWithAnErrorAfterTwoLinesHasAnOrder() async throws {
        try await onEngineThread {
            let program = "queueMicrotask(() => { console.log('b'); throw new Error('no') }); console.log('a')"
            let key = try PredictionKey(Self.runner(program))
            #expect(key.orders.map(\.lines) == [["a", "b"]])
        }
    }

    // MARK: - Verdicts

    @Test func aWrongOrderIsToldByItsFirstDifference() async throws {
        try await onEngineThread {
            var judge = try Self.judge(Self.chains)
            let verdict = try judge.judge(["a", "b", "c", "d"])
            let mistake = try #require(verdict.mistake)
            #expect(verdict.judgement == .wrong && mistake.rightLines == 1)
            #expect(mistake.difference?.actual?.text == "c")
            #expect(mistake.difference?.decision?.rule == .settledQueuesJob)
            #expect(mistake.misconceptions.first == .chainIsOneJob && mistake.lesson == "2.3 Chains")
            let second = try judge.judge(["a", "c", "b", "d"])
            #expect(second.judgement == .right && second.mistake == nil)
        }
    }

    /// The lines behind the first difference are still to be found out.
    @Test func theRestOfTheKeyStaysUnsaid() async throws {
        try await onEngineThread {
            let program = """
                setTimeout(() => console.log('fourth'), 40); setTimeout(() => console.log('second'), 20)
                setTimeout(() => console.log('third'), 30); setTimeout(() => console.log('fifth'), 50)
                setTimeout(() => console.log('sixth'), 60); console.log('first')
                """
            var judge = try Self.judge(program)
            let verdict = try judge.judge(["first", "fifth", "second", "third", "fourth", "sixth"])
            let rows = PredictionText(TerminalStyle()).verdict(verdict).map(\.text)
            let said = rows.filter { !$0.contains(" you ") }.joined(separator: "\n")
            #expect(said.contains("\"second\"") && said.contains("(second)"))
            for word in ["third", "fourth", "sixth", "is line"] { #expect(!said.contains(word), "\(said)") }
            let json = PredictionJSON.verdict(verdict)
            #expect(json.contains("\"printed\":\"second\"") && !json.contains("\"printed\":\"third\""))
        }
    }

    @Test func aMistakeIsMeasuredByTheNearestLegalOrder() async throws {
        try await onEngineThread {
            var judge = try Self.judge(
                """
                setTimeout(() => console.log('timer'), 0)
                setImmediate(() => { console.log('immediate'); process.nextTick(() => console.log('tick')) })
                """)
            let verdict = try judge.judge(["immediate", "timer", "tick"])
            #expect(verdict.judgement == .wrong && verdict.orderCount == 2)
            #expect(verdict.mistake?.rightLines == 1 && verdict.mistake?.difference?.actual?.text == "tick")
            #expect(try judge.judge(["immediate", "tick", "timer"]).order == 1)
        }
    }

    /// Six reads have 720 orders: more than are tried, so that an order is looked for when it is given.
    @Test func anUnusualOrderIsLookedFor() async throws {
        try await onEngineThread {
            let program = """
                const { pbkdf2 } = require('crypto')
                for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
                  pbkdf2('x', 'y', 1000, 8, 'sha256', () => console.log(name))
                """
            var judge = try PredictionJudge(Self.runner(program), limit: 24)
            #expect(!judge.key.isComplete)
            let verdict = try judge.judge(["b", "a", "d", "c", "e", "f"])
            #expect(verdict.judgement == .right)
            // Never said to be wrong, whether a run could show it or not.
            #expect(try judge.judge(["f", "e", "d", "c", "b", "a"]).judgement != .wrong)
        }
    }
}
