// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// What the commands that look at a recorded run have in common: which program, and how it is run.
///
/// The clock is virtual unless `--clock system` is given, so that the same program gives the same record.
struct RecordingOptions: Equatable {
    /// Where the program comes from.
    var program: RunOptions.Program?
    var profile: LoopProfile = .node
    var clock: ClockKind = .virtual
    var seed: UInt64 = 0
    /// The orders to take first where the order is left open, then the usual ones; none where the seed decides.
    var choices: [Int] = []
    /// Nanoseconds of real time.
    var timeout: UInt64 = 10_000_000_000
    /// After how many events the run is stopped.
    var eventBudget: UInt64?
    var arguments: [String] = []

    /// The signals that end a run.
    static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// The lines of a command's help that tell of these options.
    static let help = """
          --profile node|browser   the globals and the event loop of Node (default) or
                                   those of a page
          --clock virtual|system   time that jumps (default), or real time
          --seed N                 decides random numbers and the orders that are left
                                   open (default 0)
          --choices 0,1,…          takes these orders first, then the usual ones, as
                                   explore prints them
          --events N               stop after so many recorded events
          --timeout DURATION       stop after so much real time (default 10s)

        """

    /// Takes an option that is one of these; false for another.
    mutating func take(
        _ name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "-e", "--eval": program = .code(try reader.value(of: name, value))
        case "--profile": profile = try LoopProfile(option: reader.value(of: name, value))
        case "--clock": clock = try ClockKind(option: reader.value(of: name, value))
        case "--seed": seed = try reader.number(of: name, value, from: 0)
        case "--choices": choices = try Self.choices(reader.value(of: name, value))
        case "--events": eventBudget = try reader.number(of: name, value)
        case "--timeout": timeout = try Quantity.nanoseconds(reader.value(of: name, value), option: name)
        default: return false
        }
        return true
    }

    /// Takes an operand as the program, if there is none yet; false if there is.
    mutating func take(program name: String) -> Bool {
        guard program == nil else { return false }
        program = name == "-" ? .standardInput : .file(name)
        return true
    }

    private static func choices(_ text: String) throws(CommandError) -> [Int] {
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == words.count, numbers.allSatisfy({ $0 >= 0 }) else {
            throw .badValue(option: "--choices", value: text, expected: "whole numbers with commas, as 0,1,1")
        }
        return numbers
    }
}

/// Runs what `RecordingOptions` name.
extension RecordingOptions {
    /// The program's text and the name that a record gives it.
    func readEntry() throws(CommandError) -> (entry: Entry, name: String) {
        guard let program else { throw .missingProgram }
        do throws(RuntimeError) {
            switch program {
            case .code(let code): return (.text(code, name: "[eval]"), "[eval]")
            case .standardInput:
                return (.text(try SourceFile.text(of: STDIN_FILENO, path: "[stdin]"), name: "[stdin]"), "[stdin]")
            case .file(let path): return (try .file(at: path), String(path.split(separator: "/").last ?? "program"))
            }
        } catch {
            throw .runtime(error)
        }
    }

    /// Runs the program once, its output unseen, and gives the record.
    func record(level: TraceLevel) throws(CommandError) -> RecordedRun {
        let (entry, name) = try readEntry()
        return try record(entry, name: name, level: level)
    }

    /// Runs a program that was read, its output unseen, and gives the record.
    func record(
        _ entry: Entry, name: String, level: TraceLevel, plan: ChoicePlan? = nil
    ) throws(CommandError) -> RecordedRun {
        var runtime = runtimeOptions()
        if let plan { runtime.choicePlan = plan }
        var options = ProgramRecording.Options(level: level)
        options.eventBudget = eventBudget
        options.limits = Watchdog.Limits(
            timeout: timeout, memoryBytes: runtime.heapBytes, signals: Self.signals)
        Watchdog.blockSignals(options.limits.signals)
        try EngineStart.startEngine()
        do throws(RuntimeError) {
            return try ProgramRecording.run(entry, name: name, runtime, options)
        } catch {
            throw .runtime(error)
        }
    }

    /// How the program's runtime is made.
    func runtimeOptions() -> RuntimeOptions {
        var runtime = RuntimeOptions(output: UnseenOutput(), productVersion: LoopLab.version)
        runtime.profile = profile
        runtime.clock = clock
        runtime.seed = seed
        // What explore has chosen is to be had again.
        if !choices.isEmpty { runtime.choicePlan = ChoicePlan(choices: choices, variesDurations: true) }
        runtime.color = .never
        runtime.environment = ProcessEnvironment.all
        runtime.arguments = [SourceFile.programPath]
        switch program {
        case .file(let path): runtime.arguments.append(SourceFile.absolute(path))
        case .standardInput: runtime.arguments.append("-")
        case .code, nil: break
        }
        runtime.arguments += arguments
        return runtime
    }
}
