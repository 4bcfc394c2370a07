// SPDX-License-Identifier: MIT
internal import Markup
internal import Tracing

/// `looplab stats`: a program's run in numbers.
struct StatsCommand: RecordingCommand, Equatable {
    static let name = "stats"
    static let synopsis = (operands: "FILE", summary: "its run in numbers")
    static let help =
        """
        usage: looplab stats [OPTIONS] FILE [-- ARGS]

        Runs a program and tells how late its callbacks were, what held the loop
        longest, how much work was in flight, how long completions and the pool waited,
        how many microtasks followed a task, and which operations took long. FILE may
        also be a trace that was written with looplab trace --out.

          Loop lag      from when a callback could run until it ran
          Tasks         how long each held the loop, with its microtasks
          Completions   from the end of outside work until its callback ran
          Pool queue    how long a job waited for a thread of the pool

          --over DURATION          list operations that took longer (default 1s)
          --color auto|always|never

        """ + RecordingOptions.help

    var recording = RecordingOptions()
    var color = ColorChoice.automatic
    var threshold: UInt64 = 1_000_000_000

    static let passesArguments = true

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--over": threshold = try Quantity.nanoseconds(reader.value(of: name, value), option: name)
        case "--color": color = try ColorChoice(option: reader.value(of: name, value))
        default: return false
        }
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let screen = Screen.detect(color)
        let trace = try recording.trace(level: .full)
        return try screen.show(
            StatisticsReport(trace, screen.style, threshold: threshold).text, usesPager: false)
    }
}
