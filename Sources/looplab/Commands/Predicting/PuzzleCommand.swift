// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime

/// `looplab puzzle`: a new program whose order is to be predicted.
struct PuzzleCommand: Subcommand, Equatable {
    static let name = "puzzle"
    static let synopsis = (operands: "[--level N]", summary: "a new program to guess the order of")
    static let help =
        """
        usage: looplab puzzle [OPTIONS]

        Makes a program that nobody has seen yet, runs it for its key, and asks in which
        order it prints its lines, as looplab predict does. Each has one legal order.
        The same level and seed give the same program for ever.

          --level N                how hard, from 1 to 10 (default 1)
          --seed N                 which one; without it any
          --answer TEXT            this answer, once
          --program                print the program and nothing else
          --json                   the verdict for other programs; without an answer the
                                   program, its concepts, and the lines to be ordered

        exit codes: 0 the answer is right; 1 it is not; 2 usage

        """

    var level = PuzzleLevel.all[0]
    var seed: UInt64?
    var answer: String?
    var printsProgram = false
    var isJSON = false

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--level":
            let text = try reader.value(of: name, value)
            guard let level = Int(text).flatMap({ PuzzleLevel($0) }) else {
                throw .badValue(option: name, value: text, expected: "a whole number from 1 to 10")
            }
            self.level = level
        case "--seed": seed = try reader.number(of: name, value, from: 0)
        case "--answer": answer = try reader.value(of: name, value)
        case "--program": printsProgram = true
        case "--json": isJSON = true
        default: return false
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) { throw .unexpectedOperand(operand) }

    func check() throws(CommandError) {
        if answer != nil, seed == nil { throw .answerWithoutSeed }
        if answer != nil, printsProgram {
            throw .badValue(option: "--program", value: "--answer", expected: "no answer: it prints the program only")
        }
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let (screen, terminal) = (Screen.detect(), TerminalInfo.detect())
        // Numbers that can be told to somebody else.
        let seed = seed ?? UInt64.random(in: 1...9_999)
        Watchdog.blockSignals(RecordingOptions.signals)
        try EngineStart.startEngine()
        let puzzle: Puzzle
        do throws(PredictionError) {
            puzzle = try PuzzleGenerator.puzzle(level, seed: seed, runner: Self.runner).puzzle
        } catch .interrupted(let signal) {
            return 128 + signal
        } catch {
            throw .prediction(error, program: Puzzle.name)
        }
        if printsProgram { return try StandardOutput.print(puzzle.program) }
        var session = PredictionSession(
            runner: Self.runner(of: puzzle.program), name: Puzzle.name, screen: screen, terminal: terminal,
            puzzle: puzzle)
        let log = PuzzleLog(puzzle)
        session.keep = { (result) throws(CommandError) in log.keep(result) }
        return try session.perform(answer: answer, isJSON: isJSON)
    }

    private static func runner(of program: String) -> EngineRunner {
        var options = RecordingOptions().runtimeOptions()
        options.environment = []
        return EngineRunner(
            .text(program, name: Puzzle.name), name: Puzzle.name, options, signals: RecordingOptions.signals)
    }
}
