// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Markup
internal import Scheduling
internal import Tracing

/// `looplab explore`: which orders of a program are guaranteed and which are luck.
struct ExploreCommand: RecordingCommand, Equatable {
    static let name = "explore"
    static let synopsis = (operands: "FILE", summary: "find the other orders it can have")
    static let help =
        """
        usage: looplab explore [OPTIONS] FILE

        Runs a program again and again in virtual time and chooses differently wherever
        Node leaves the order open: a timer of 0 ms against an immediate, I/O against
        timers, and how long answers, file operations and workers take. Lists the
        outputs that came of it, how to get each one again, and which lines keep their
        order in all of them.

          --runs N                 at most so many runs (default 200)
          --json                   the result as JSON

        """ + RecordingOptions.help + """

            exit codes: 0 one output only; 1 several outputs; 2 usage; 3 no result

            """

    var recording = RecordingOptions()
    var runs = 200
    var isJSON = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--json": isJSON = true
        case "--runs": runs = try reader.number(of: name, value, to: 100_000)
        case "--clock":
            let text = try reader.value(of: name, value)
            guard text == "virtual" else {
                throw .badValue(option: name, value: text, expected: "virtual: real time cannot be chosen")
            }
        default: return false
        }
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let (entry, name) = try recording.readEntry()
        var search = ChoiceSearch<ExploredRun>(limit: runs)
        var interruption: RunEnding?
        do throws(Stop) {
            try search.search { choices, seed throws(Stop) in
                let run: RecordedRun
                do throws(CommandError) {
                    run = try recording.record(
                        entry, name: name, level: .queues,
                        plan: ChoicePlan(choices: choices, seed: seed, variesDurations: true))
                } catch {
                    throw .failed(error)
                }
                if run.ending == .interrupted { throw .interrupted }
                return (ExploredRun(run), run.choices)
            }
        } catch {
            switch error {
            case .failed(let failure): throw failure
            case .interrupted: interruption = .interrupted
            }
        }
        let report = ExplorationReport(
            search, program: programWord ?? name, repetition: repetition(of: name), wasInterrupted: interruption != nil)
        _ = try StandardOutput.print(isJSON ? report.json : report.text)
        if let interruption { return ErrorText.exitCode(of: interruption) }
        return search.findings.count > 1 ? 1 : 0
    }

    private func repetition(of name: String) -> [String] {
        var words: [String] = []
        if recording.profile != .node { words += ["--profile", recording.profile.name] }
        if recording.seed != 0 { words += ["--seed", "\(recording.seed)"] }
        switch recording.program {
        case .code(let code): words += ["-e", ShellWord.quoted(code)]
        default: words.append(ShellWord.quoted(programWord ?? "-"))
        }
        return words
    }

    // As the person gave it, so that the commands in the report can be repeated.
    private var programWord: String? {
        if case .file(let path) = recording.program { path } else { nil }
    }

    private enum Stop: Error {
        case failed(CommandError)
        case interrupted
    }
}

/// What of a run tells it from others: its output and how it ended.
struct ExploredRun: Hashable {
    /// What it printed, a line each; those of standard error begin with a mark.
    let lines: [String]
    /// How it ended, in words; empty if by itself with code 0.
    let ending: String

    init(_ run: RecordedRun) {
        lines = run.trace.outputLines().map { ($0.isError ? "! " : "") + $0.text }
        ending = ErrorText.words(for: run.ending)
    }
}
