// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// `looplab share`: a program and its options as a text that can be sent.
struct ShareCommand: RecordingCommand, Equatable {
    static let name = "share"
    static let synopsis = (operands: "FILE", summary: "print a token that replay opens")
    static let help =
        """
        usage: looplab share [OPTIONS] FILE [-- ARGS]
               looplab share [OPTIONS] -                 standard input
               looplab share [OPTIONS] -e CODE

        Runs a program once to learn which files it loads, and prints a token: one word
        that holds these files and the options. looplab replay TOKEN runs it anywhere,
        with the same record. The same program gives the same token.

        A token holds the files that were loaded as modules, up to 1 MiB together, and
        nothing else of this machine: no other file, no environment, no path. A replay
        has virtual time only, and no workers.

          --level queues|full|steps  what a replay records

        """ + RecordingOptions.help

    /// Longer words are no arguments on Linux.
    private static let longestArgument = 128 << 10

    var recording = RecordingOptions()
    var level = TraceLevel.full

    static let passesArguments = true

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        guard name == "--level" else { return false }
        level = try TraceLevel(option: reader.value(of: name, value))
        return true
    }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
        if recording.clock == .system {
            throw .badValue(option: "--clock", value: "system", expected: "virtual: a replay has no other")
        }
    }

    func perform() throws(CommandError) -> Int32 {
        let run = try recording.record(level: .queues)
        // What is stopped here will be stopped in a replay, too, and may be the very reason to share it.
        ErrorText.report(run.ending)
        let program: ReplayProgram
        do throws(ReplayProgram.Refusal) {
            program = try self.program(run.trace)
        } catch {
            throw .notShareable(error)
        }
        let token = try Self.token(of: program)
        if token.utf8.count >= Self.longestArgument { ErrorText.reportLongToken(characters: token.utf8.count) }
        return try StandardOutput.print(token + "\n")
    }

    private static func token(of program: ReplayProgram) throws(CommandError) -> String {
        do throws(TokenError) {
            return try ShareToken.text(of: program)
        } catch {
            throw .token(error)
        }
    }

    private func program(_ trace: Trace) throws(ReplayProgram.Refusal) -> ReplayProgram {
        var program: ReplayProgram
        switch recording.program {
        case .file(let path):
            let directory = SourceFile.absolute(path).split(separator: "/").dropLast().joined(separator: "/")
            program = try ReplayProgram(trace, entry: .file, directory: directory)
        case .standardInput:
            program = try ReplayProgram(trace, entry: .standardInput, directory: SourceFile.absolute("."))
        case .code, nil:
            program = try ReplayProgram(trace, entry: .code, directory: SourceFile.absolute("."))
        }
        program.arguments = recording.arguments
        program.choices = recording.choices
        program.level = level
        program.eventBudget = recording.eventBudget ?? 0
        return program
    }
}
