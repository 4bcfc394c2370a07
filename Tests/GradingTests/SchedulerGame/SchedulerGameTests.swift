// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import HostRuntime
import Markup
import Testing
import Tracing

/// Somebody in place of the loop.
@Suite struct SchedulerGameTests {
    private static func game(_ program: String) throws -> SchedulerGame<EngineRunner> {
        var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
        options.color = .never
        options.arguments = ["looplab"]
        return try SchedulerGame(EngineRunner(.text(program, name: "program.js"), name: "program.js", options))
    }

    /// Picks callbacks by what they are called, and gives what each printed or the rule that was against it.
    private static func play(_ game: inout SchedulerGame<EngineRunner>, _ picks: [String]) throws -> [String] {
        try picks.map { pick in
            let candidate = try #require(
                game.candidates.first { $0.label == pick }, "\(pick) is none of \(game.candidates.map(\.label))")
            switch try game.pick(candidate.number) {
            case .ran(_, let lines, _): return lines.map(\.text).joined(separator: " ")
            case .refused(_, let refusal): return refusal.rule.rawValue
            case .noSuchNumber: return "no such number"
            }
        }
    }

    private static let program = """
        setTimeout(() => console.log('timer'), 5)
        setImmediate(() => console.log('immediate'))
        Promise.resolve().then(() => console.log('then')).then(() => console.log('second'))
        process.nextTick(() => console.log('tick'))
        console.log('script')
        """

    @Test func theOutputGrowsAsCallbacksArePicked() async throws {
        try await onEngineThread {
            var game = try Self.game(Self.program)
            #expect(game.output.map(\.text) == ["script"])
            let labels = ["process.nextTick@4:9", "then@3:19", "setTimeout@1:11", "setImmediate@2:13"]
            #expect(game.candidates.map(\.label) == labels && game.candidates.map(\.number) == [1, 2, 3, 4])
            #expect(game.candidates.map(\.queue) == [.ticks, .microtasks, .timers, .check])
            let printed = try Self.play(
                &game, ["process.nextTick@4:9", "then@3:19", "then@3:51", "setImmediate@2:13", "setTimeout@1:11"])
            #expect(printed == ["tick", "then", "second", "immediate", "timer"])
            #expect(game.isOver && game.candidates.isEmpty && game.moveCount == 5 && game.refusalCount == 0)
        }
    }

    @Test func whatMayNotRunYetIsRefusedWithItsRule() async throws {
        try await onEngineThread {
            var game = try Self.game(Self.program)
            let answers = try Self.play(
                &game,
                [
                    "then@3:19", "setTimeout@1:11", "process.nextTick@4:9", "setImmediate@2:13", "then@3:19",
                    "setTimeout@1:11",
                ])
            #expect(
                answers == [
                    "ticksBeforeMicrotasks", "checkpointDrains", "tick", "checkpointDrains", "then",
                    "checkpointDrains",
                ])
            #expect(game.refusalCount == 4 && game.output.map(\.text) == ["script", "tick", "then"])
            #expect(try game.pick(99) == .noSuchNumber && game.refusalCount == 4)
        }
    }

    /// Where nothing decides, either may go first, and the program goes on from there.
    @Test(arguments: [["setTimeout@1:11", "setImmediate@2:13"], ["setImmediate@2:13", "setTimeout@1:11"]])
    func anOpenOrderIsThePlayersChoice(_ picks: [String]) async throws {
        try await onEngineThread {
            var game = try Self.game(
                "setTimeout(() => console.log('t'), 0)\nsetImmediate(() => console.log('i'))")
            let printed = try Self.play(&game, picks)
            #expect(printed == (picks[0].hasPrefix("setTimeout") ? ["t", "i"] : ["i", "t"]))
            #expect(game.isOver && game.refusalCount == 0)
        }
    }

    @Test func aTimerThatIsClearedIsRefusedToo() async throws {
        try await onEngineThread {
            var game = try Self.game(
                """
                const late = setTimeout(() => console.log('never'), 9)
                setTimeout(() => { clearTimeout(late); console.log('early') }, 3)
                """)
            #expect(try Self.play(&game, ["setTimeout@1:24", "setTimeout@2:11"]) == ["earlierDueFirst", "early"])
            #expect(game.isOver)
        }
    }

    @Test func aProgramWithoutCallbacksIsOverAtOnce() async throws {
        try await onEngineThread {
            let game = try Self.game("console.log('a')")
            #expect(game.isOver && game.output.map(\.text) == ["a"])
        }
    }

    // MARK: - The dialogue

    @Test func thePictureShowsTheQueues() async throws {
        try await onEngineThread {
            var dialogue = SchedulerDialogue(try Self.game(Self.program), TerminalStyle())
            let picture = dialogue.picture.map(\.text).joined(separator: "\n")
            #expect(
                picture == """
                     before the first turn · 0 ms · refused 0
                     ticks        [1] process.nextTick@4:9
                     microtasks   [2] then@3:19
                     timers       [3] +5 ms setTimeout@1:11
                     poll         —
                     check        [4] setImmediate@2:13
                     close        —
                     output       script

                    """, "\(picture)")
            let first = try dialogue.take("2").rows.map(\.text).joined(separator: "\n")
            #expect(first.contains("then@3:19 may not run yet") && !first.contains("tick queue"), "\(first)")
            #expect(try dialogue.take("2").rows.map(\.text).joined().contains("process.nextTick@4:9"))
            #expect(try dialogue.take("x").rows[0].text.contains("from 1 to 4"))
            let ran = try dialogue.take(" 1 ").rows.map(\.text).joined(separator: "\n")
            #expect(ran.contains("printed \"tick\"") && ran.contains("output       script   tick"), "\(ran)")
            let left = try dialogue.take("q")
            #expect(left.isOver && left.rows[0].text.contains("1 pick, 2 refused"), "\(left)")
        }
    }

    @Test func enterPicksTheOnlyOne() async throws {
        try await onEngineThread {
            var dialogue = SchedulerDialogue(
                try Self.game("setTimeout(() => console.log('t'), 0)"), TerminalStyle(isUTF8: false))
            let reply = try dialogue.take("")
            #expect(reply.isOver && dialogue.game.isOver)
            #expect(reply.rows.allSatisfy { row in row.text.utf8.allSatisfy { $0 < 0x80 } })
        }
    }
}
