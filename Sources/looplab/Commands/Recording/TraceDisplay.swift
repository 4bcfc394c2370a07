// SPDX-License-Identifier: MIT
internal import Tracing

/// How a trace is shown or written, for the commands that have one in the end.
struct TraceDisplay: Equatable {
    /// The lines of a command's help that tell of these options.
    static let help = """
          --all                    shows repetition and long text in full
          --plain                  one line for each event
          --out PATH               write the trace instead, by the ending of PATH:
                                   .jsonl  lines of JSON that looplab reads again
                                   .json   for Perfetto and chrome://tracing
                                   .svg    a picture
                                   .html   a page that plays the run, without a network
          --format jsonl|json|svg|html
                                   the form whatever the ending; without --out, or with
                                   --out -, to standard output
          --color auto|always|never
          --no-pager               writes a long view as it is; otherwise one that is
                                   longer than the terminal goes through $PAGER

        """

    var isPlain = false
    var isUnfolded = false
    var usesPager = true
    var color = ColorChoice.automatic
    private var out: String?
    private var format: String?

    /// Takes an option that is one of these; false for another.
    mutating func take(
        _ name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--plain": isPlain = true
        case "--out": out = try reader.value(of: name, value)
        case "--format": format = try reader.value(of: name, value)
        case "--all": isUnfolded = true
        case "--no-pager": usesPager = false
        case "--color": color = try ColorChoice(option: reader.value(of: name, value))
        default: return false
        }
        return true
    }

    /// Where the trace is to be written; nil where it is to be shown.
    var destination: TraceDestination? {
        get throws(CommandError) { try TraceDestination(out: out, format: format) }
    }

    /// Shows the trace or writes it, and gives the exit code.
    func show(_ trace: Trace, on screen: Screen) throws(CommandError) -> Int32 {
        if let destination = try destination { return try destination.write(trace) }
        var options = Timeline.Options(screen.style, isUnfolded: isUnfolded)
        options.foldHint = "Repetition is folded; --all shows every row."
        let text = isPlain ? TraceListing(trace).text : Timeline(trace, options).text
        return try screen.show(text, usesPager: usesPager)
    }
}
