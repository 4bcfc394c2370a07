// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime
internal import Scheduling

/// `looplab predict`: asks for the order of a program's output, and says where an answer first goes wrong.
struct PredictCommand: RecordingCommand, Equatable {
    static let name = "predict"
    static let synopsis = (operands: "FILE", summary: "guess the order of its output")
    static let help =
        """
        usage: looplab predict [OPTIONS] FILE

        Shows a program and asks in which order it prints its lines. Where your order
        is wrong, it shows the first line that is different, the queues at that moment
        and the rule that decides; the rest is yours to find. Where several orders are
        legal, each of them is right. An order may be typed as a b c, a,b,c or abc, or
        pasted as lines; longer lines have letters. Without a terminal the answer is
        read from standard input.

          --answer TEXT            this answer, once
          --sandbox                run the program as one of somebody else: in a process
                                   that can compute and nothing else, not load files
          --json                   the verdict for other programs; without an answer the
                                   lines that are to be put in order

        """ + RecordingOptions.help + """

            exit codes: 0 the answer is right; 1 it is not; 2 usage, or nothing to predict

            """

    var recording = RecordingOptions()
    var answer: String?
    var isJSON = false
    var isSandboxed = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--json": isJSON = true
        case "--sandbox": isSandboxed = true
        case "--answer": answer = try reader.value(of: name, value)
        default: return false
        }
        return true
    }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
        if recording.program == .standardInput, answer == nil { throw .missingAnswer }
        if recording.clock == .system {
            throw .badValue(option: "--clock", value: "system", expected: "virtual: the key comes from several runs")
        }
        if !recording.choices.isEmpty {
            throw .badValue(
                option: "--choices", value: recording.choices.map(String.init).joined(separator: ","),
                expected: "nothing here: every legal order is accepted")
        }
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let (screen, terminal) = (Screen.detect(), TerminalInfo.detect())
        let (entry, name) = try recording.readEntry()
        if isSandboxed {
            let runner = SandboxRunner(entry, name: name, recording)
            return try PredictionSession(runner: runner, name: name, screen: screen, terminal: terminal)
                .perform(answer: answer, isJSON: isJSON)
        }
        let runner = try PredictionSession<EngineRunner>.engineRunner(entry, name: name, recording)
        return try PredictionSession(runner: runner, name: name, screen: screen, terminal: terminal)
            .perform(answer: answer, isJSON: isJSON)
    }
}

extension SandboxRunner {
    /// Takes a program that somebody else wrote: one text, which can load no other.
    fileprivate init(_ entry: Entry, name: String, _ recording: RecordingOptions) {
        var program: ReplayProgram
        switch entry {
        case .file(_, let text): program = ReplayProgram(files: [.init(path: name, text: text)])
        case .text(let text, _): program = ReplayProgram(entry: .code, files: [.init(path: "[eval]", text: text)])
        }
        program.profile = recording.profile
        program.seed = recording.seed
        program.arguments = recording.arguments
        program.eventBudget = recording.eventBudget ?? 0
        var limits = ReplayLimits()
        limits.timeout = recording.timeout
        self.init(program, limits)
    }
}
