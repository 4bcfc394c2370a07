// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup
internal import Tracing

/// `looplab replay`: runs a shared program in a sandbox and shows what happened.
struct ReplayCommand: Subcommand, Equatable {
    static let name = "replay"
    static let synopsis = (operands: "TOKEN", summary: "run a shared program safely and show it")
    static let help =
        """
        usage: looplab replay [OPTIONS] TOKEN            as looplab share prints it
               looplab replay [OPTIONS] -                a token on standard input

        Runs the program of a token in a process of its own that can compute and nothing
        else: no files but its own, no network, no other programs, little memory. Then
        shows the run as looplab trace does.

          --source                 print the program instead of running it
          --step                   step through it, as looplab step does; with --plain
                                   the steps as text
          --why LINE               explain a line of its output, as looplab why does
          --timeout DURATION       stop after so much real time (default 10s)
          --course DIR             where the checks of a submission's token are (default
                                   the course that came with looplab)

        """ + TraceDisplay.help + """

            exit codes: 2 no token, or a damaged one; 3 the program tried something that is
                        not allowed, or could not be run; 124 time over; 134 out of memory

            """

    var token: String?
    var view = TraceDisplay()
    var limits = ReplayLimits()
    var showsSource = false
    var course: String?
    var steps = false
    /// The line to explain, by its number or its text.
    var line: String?

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--source": showsSource = true
        case "--course": course = try reader.value(of: name, value)
        case "--step": steps = true
        case "--why": line = try reader.value(of: name, value)
        case "--timeout": limits.timeout = try Quantity.nanoseconds(reader.value(of: name, value), option: name)
        default: return try view.take(name, value, &reader)
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        guard token == nil else { throw .unexpectedOperand(operand) }
        token = operand
    }

    func check() throws(CommandError) {
        if token == nil { throw .missingToken }
        _ = try view.destination
    }

    func perform() throws(CommandError) -> Int32 {
        var program = try readProgram()
        if program.check != nil { try addChecks(to: &program) }
        if showsSource { return try StandardOutput.print(Self.listing(of: program)) }
        // Asked for before there are other threads.
        let (screen, terminal) = (Screen.detect(view.color), TerminalInfo.detect())
        let run: RecordedRun
        do throws(ReplayFailure) {
            run = try ReplaySandbox.run(recorded(program), limits) { ErrorText.announce(program) }
        } catch .interrupted(let signal) {
            // Nothing is said: whoever presses Ctrl-C knows.
            return 128 + signal
        } catch {
            throw .replay(error)
        }
        let code = try show(run.trace, on: screen, terminal)
        return try Self.report(run.ending) ?? code
    }

    // An explanation needs the promises and the step view the steps, whatever the token wants.
    private func recorded(_ program: ReplayProgram) -> ReplayProgram {
        var program = program
        if steps { program.level = .steps } else if line != nil, program.level == .queues { program.level = .full }
        return program
    }

    private func show(_ trace: Trace, on screen: Screen, _ terminal: TerminalInfo) throws(CommandError) -> Int32 {
        if let line {
            return try WhyCommand.explain(line, of: trace, isJSON: false, screen.style)
        }
        guard steps else { return try view.show(trace, on: screen) }
        var command = StepCommand()
        command.isPlain = view.isPlain
        command.color = view.color
        return try command.show(trace, on: terminal)
    }

    // A token names the check; its text is the course's.
    private func addChecks(to program: inout ReplayProgram) throws(CommandError) {
        guard let check = program.check else { return }
        let catalogue = GradeCatalogue(try GradeCommand.outline(course))
        let id = try GradeInputs.id(check.exercise, in: catalogue.outline)
        let loaded = try GradeError.catching { () throws(BatchError) in try catalogue.exercise("\(id)") }
        switch loaded.body.content {
        case .fix(let task), .implement(let task): program.add(checks: task.checks.text, entry: loaded.exercise.entry)
        case .predict, .choose, .compute: throw .token(.damaged)
        }
    }

    // MARK: The token

    private func readProgram() throws(CommandError) -> ReplayProgram {
        do throws(TokenError) {
            guard let token, token != "-" else { return try ShareToken.program(of: try Self.readInput()) }
            return try ShareToken.program(of: Array(token.utf8))
        } catch {
            throw .token(error)
        }
    }

    // Stops where no token can be as long, line ends and blanks included.
    private static func readInput() throws(TokenError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            switch DescriptorIO.read(STDIN_FILENO, limit: 64 << 10) {
            case .bytes(let chunk): bytes += chunk
            case .end, .failure: return bytes
            case .wouldBlock:
                var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
                _ = poll(&request, 1, -1)
            }
            if bytes.count > 2 * ShareToken.characterLimit { throw .tooLarge(limit: ShareToken.byteLimit) }
        }
    }

    // MARK: What is shown

    /// The texts of a program, under their names where there are several.
    static func listing(of program: ReplayProgram) -> String {
        let texts = program.files.map { file in
            let text = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .joined(separator: "\n")
            let body = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
            return program.files.count == 1 ? body : "// \(file.path)\n\n\(body)"
        }
        return TerminalText.escaped(texts.joined(separator: "\n"))
    }

    /// Says why the run was stopped, and gives the code for that; nil where it ended by itself.
    private static func report(_ ending: RunEnding) throws(CommandError) -> Int32? {
        switch ending {
        case .exited: return nil
        // The words are those of a replay, which has no options for these.
        case .heapLimit(let bytes): throw .replay(.outOfMemory(bytes: bytes))
        case .recordedEnough(let events):
            ErrorText.reportCut(events: events)
            return nil
        default:
            ErrorText.report(ending)
            return ErrorText.exitCode(of: ending)
        }
    }
}
