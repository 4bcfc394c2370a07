// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime
internal import Tracing

// Why a program gives nothing to predict.
extension ErrorText {
    static func text(of error: PredictionError, program: String) -> String {
        switch error {
        case .notPredictable(let obstacle): text(of: obstacle, program)
        case .runtime(let error): text(of: CommandError.runtime(error))
        case .sandbox(let failure): text(of: failure)
        case .interrupted: "interrupted"
        }
    }

    static func exitCode(of error: PredictionError) -> Int32 {
        switch error {
        case .notPredictable: 2
        case .runtime(let error): exitCode(of: CommandError.runtime(error))
        case .sandbox(let failure): exitCode(of: failure)
        case .interrupted(let signal): 128 + signal
        }
    }

    private static func text(of obstacle: PredictionError.Obstacle, _ program: String) -> String {
        switch obstacle {
        case .printsNothing:
            return "\(program) prints nothing on standard output, so there is no order to predict"
        case .printsOneLine:
            return "\(program) prints one line; an order needs two or more"
        case .printsOneLineAgainAndAgain(let count):
            return "all \(count) lines that \(program) prints are the same, so there is no order to predict"
        case .printsTooMuch(let lines, let limit):
            return "\(program) prints \(lines) lines; predict takes programs that print up to \(limit) different ones"
        case .fails(let message, let line):
            let place = line.map { "\(program):\($0)" } ?? program
            return "\(place): the program ends with an error before it has printed two lines: \(message)"
        case .needsInput:
            return "\(program) reads standard input, and what it prints may depend on that: it gets none here"
        case .stopped(let ending): return text(of: ending, program)
        }
    }

    private static func text(of ending: RunEnding, _ program: String) -> String {
        switch ending {
        case .timedOut:
            return "\(program) did not come to its end in time, so its order cannot be known; "
                + "is there a loop without an end? --timeout gives it longer"
        case .recordedEnough(let events):
            return "\(program) was stopped after \(events) recorded events; this takes programs that come to an end"
        case .exited: return "\(program) has no order that every run keeps"
        default: return "\(program) did not come to its end: \(words(for: ending))"
        }
    }
}
