// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Tracing

/// `looplab explain`: where a prediction of a program's output first goes wrong, and which rule says so.
struct ExplainCommand: Subcommand, Equatable {
    static let name = "explain"
    static let synopsis = (operands: "FILE --predicted …", summary: "check a prediction of its output")
    static let help =
        """
        usage: looplab explain [OPTIONS] FILE --predicted a,b,c

        Runs a program and compares what it prints on standard output with what you
        expect. Where the two first differ, it shows the queues at that moment and the
        rule that decides.

          --predicted LINES        the lines that you expect, with commas between them;
                                   a line that has a comma itself stands in "quotes"
          --json                   the same for other programs

        """ + RecordingOptions.help + """

            exit codes: 0 the prediction is right; 1 it is not; 2 usage

            """

    var recording = RecordingOptions()
    var predicted: String?
    var isJSON = false

    static func read(_ reader: inout WordReader) throws(CommandError) -> ExplainCommand? {
        var command = ExplainCommand()
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return nil
            case .option("--json", _): command.isJSON = true
            case .option("--predicted", let value): command.predicted = try reader.value(of: "--predicted", value)
            case .option(let name, let value):
                guard try command.recording.take(name, value, &reader) else {
                    throw .unknownOption(name, command: Self.name)
                }
            case .operand(let operand):
                guard command.recording.take(program: operand) else { throw .unexpectedOperand(operand) }
            }
        }
        if command.recording.program == nil { throw .missingProgram }
        if command.predicted == nil { throw .missingPrediction }
        return command
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let isUTF8 = TerminalInfo.adoptedLocaleIsUTF8
        let trace = try recording.trace(level: .full)
        let why = Why(TraceIndex(trace))
        let lines = trace.outputLines(includingErrors: false).map(\.text)
        let check = PredictionCheck(Prediction(predicted ?? "", actual: lines), why)
        let text =
            isJSON
            ? ExplanationJSON.check(check, why)
            : ExplanationText(why, isUTF8: isUTF8).check(check)
        _ = try StandardOutput.print(text)
        return check.difference == nil ? 0 : 1
    }
}
