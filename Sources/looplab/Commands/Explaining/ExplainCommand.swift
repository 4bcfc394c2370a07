// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Tracing

/// `looplab explain`: where a prediction of a program's output first goes wrong, and which rule says so.
struct ExplainCommand: RecordingCommand, Equatable {
    static let name = "explain"
    static let synopsis = (operands: "FILE", summary: "check a prediction of its output")
    static let help =
        """
        usage: looplab explain [OPTIONS] FILE --predicted a,b,c

        Runs a program and compares what it prints on standard output with what you
        expect. Where the two first differ, it shows the queues at that moment and the
        rule that decides. Where your lines are what would print by a rule that many
        people believe in, it names that, too.

          --predicted LINES        the lines that you expect, with commas between them;
                                   a line that has a comma itself stands in "quotes"
          --json                   the same for other programs

        """ + RecordingOptions.help + """

            exit codes: 0 the prediction is right; 1 it is not; 2 usage

            """

    var recording = RecordingOptions()
    var predicted: String?
    var isJSON = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--json": isJSON = true
        case "--predicted": predicted = try reader.value(of: name, value)
        default: return false
        }
        return true
    }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
        if predicted == nil { throw .missingPrediction }
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let style = Screen.detect(.never).style
        let record = try recording.recorded(level: .full)
        let why = Why(TraceIndex(record.trace))
        let lines = record.trace.outputLines(includingErrors: false).map(\.text)
        let check = PredictionCheck(Prediction(predicted ?? "", actual: lines), why)
        let misconceptions = check.difference == nil ? [] : try misconceptions(predicting: check.predicted, record)
        let text =
            isJSON
            ? ExplanationJSON.check(check, why, misconceptions: misconceptions)
            : ExplanationText(why, style).check(check, misconception: misconceptions.first)
        _ = try StandardOutput.print(text)
        return check.difference == nil ? 0 : 1
    }

    /// What somebody may believe who expects these lines; a record that was read cannot be run another way.
    private func misconceptions(
        predicting lines: [String], _ record: RecordingOptions.Record
    ) throws(CommandError) -> [Misconception] {
        guard let program = record.program else { return [] }
        return try recording.misconceptions(
            predicting: lines, insteadOf: program.run, program.entry, name: program.name)
    }
}
