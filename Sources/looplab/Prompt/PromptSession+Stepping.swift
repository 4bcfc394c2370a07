// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import HostRuntime
internal import Scheduling
internal import Tracing

// `.step`: the inputs so far run again, recorded, in a scope of their own; the session stays as it is.
extension PromptSession {
    /// What is to be stepped through.
    private enum Subject: Sendable {
        /// Inputs of a prompt; the view begins at the last one.
        case inputs([String])
        /// A file, as `looplab step FILE` takes it.
        case file(Entry, path: String)
    }

    /// Steps through the last input, through code as if it were entered now, or through a file.
    func stepThrough(_ argument: String) -> Step {
        guard let subject = subject(of: argument) else { return .next }
        do throws(CommandError) {
            let recorded = try record(subject)
            return show(recorded)
        } catch {
            output.print(ErrorText.text(of: error) + "\n")
        }
        return .next
    }

    private func subject(of argument: String) -> Subject? {
        if argument.isEmpty {
            if let lesson, let program = lesson.program, inputs.count == inputsBeforeStep {
                if lesson.hidesRun {
                    output.print("Put the lines in order first. .skip shows what it prints.\n")
                    return nil
                }
                return .file(.text(program.source, name: program.fileName), path: program.fileName)
            }
            if inputs.isEmpty { output.print("Nothing was entered yet. Enter some code, or give it: .step CODE\n") }
            return inputs.isEmpty ? nil : .inputs(inputs)
        }
        guard access(argument, F_OK) == 0 else { return .inputs(inputs + [argument]) }
        do throws(RuntimeError) {
            return .file(try .file(at: argument), path: argument)
        } catch {
            output.print(ErrorText.text(of: .runtime(error)) + "\n")
            return nil
        }
    }

    // MARK: - Recording

    // A thread has one engine context at a time, and this one's is the session's.
    private func record(_ subject: Subject) throws(CommandError) -> SessionRecording.Result {
        let (profile, seed) = (options.profile, options.seed)
        var limits = ProgramRecording.Options(level: .steps)
        limits.eventBudget = StepCommand.eventBudget
        let result: Result<SessionRecording.Result, CommandError>
        do throws(SchedulingError) {
            result = try SystemThread.result(stackBytes: Self.recordingStackBytes) { [limits] in
                Self.record(subject, profile, seed, limits)
            }
        } catch {
            throw .runtime(.noDescriptor(error))
        }
        return try result.get()
    }

    private static func record(
        _ subject: Subject, _ profile: LoopProfile, _ seed: UInt64, _ limits: ProgramRecording.Options
    ) -> Result<SessionRecording.Result, CommandError> {
        var made = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        made.profile = profile
        made.clock = .virtual
        made.seed = seed
        made.color = .never
        made.environment = ProcessEnvironment.all
        made.arguments = [SourceFile.programPath]
        do throws(RuntimeError) {
            switch subject {
            case .inputs(let inputs):
                return .success(try SessionRecording.run(inputs, name: "REPL\(inputs.count)", made, limits))
            case .file(let entry, let path):
                made.arguments.append(SourceFile.absolute(path))
                let name = String(path.split(separator: "/").last ?? "program")
                let run = try ProgramRecording.run(entry, name: name, made, limits)
                return .success(.init(ending: run.ending, trace: run.trace, eventsBefore: 0))
            }
        } catch {
            return .failure(.runtime(error))
        }
    }

    // What Linux gives a main thread, so that recursion goes as deep.
    private static let recordingStackBytes = 8 << 20

    // MARK: - Showing

    /// Opens the step view, or tells the steps where there can be none.
    func show(_ recorded: SessionRecording.Result) -> Step {
        if !terminal.supportsEditing {
            tell(recorded)
            return .next
        }
        // The next line is read on a terminal as the view found it.
        (reader as? LineEditor)?.releaseTerminal()
        var interaction = StepInteraction(recorded.trace)
        interaction.start(behind: recorded.eventsBefore)
        var session = StepSession(
            interaction: interaction, isUTF8: terminal.isUTF8,
            usesColor: ProcessEnvironment.color(options.color) != .never)
        switch session.run() {
        case .left: return .next
        case .signal(SIGINT): return .next
        case .signal(let signal): return .leave(128 + signal)
        case .impossible:
            tell(recorded)
            return .next
        }
    }

    private func tell(_ recorded: SessionRecording.Result) {
        let narration = StepNarration(recorded.trace)
        let first = narration.firstStep(behind: recorded.eventsBefore)
        if first <= narration.count { narration.tell(first...narration.count, to: output.print) }
        if !recorded.trace.cutNote.isEmpty { output.print(recorded.trace.cutNote + "\n") }
    }
}
