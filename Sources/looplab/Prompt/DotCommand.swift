// SPDX-License-Identifier: MIT

/// A command to the prompt itself: a word that begins with a dot, and what follows it.
struct DotCommand: Equatable {
    /// What can be asked.
    enum Name: String, CaseIterable {
        case help, load, save, editor, clear, exit, queues, clock, type, trace, stats, why, step, predict
        case lesson, next, back, run, skip, quit
    }

    /// Which command; nil when there is none of that name.
    let name: Name?
    /// The word as typed, with its dot.
    let word: String
    /// What follows, trimmed.
    let argument: String

    /// Reads a command; nil when the text is none: ".5" is a number, "...x" is JavaScript.
    init?(_ text: String) {
        let trimmed = text.drop(while: \.isWhitespace)
        guard trimmed.first == ".", let second = trimmed.dropFirst().first, second.isLetter else { return nil }
        let head = trimmed.prefix { !$0.isWhitespace }
        word = String(head)
        name = Name(rawValue: String(head.dropFirst()))
        let rest = trimmed.dropFirst(head.count).drop(while: \.isWhitespace)
        argument = String(rest.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The commands that a typed beginning can become.
    static func complete(_ head: String) -> Completion {
        let names = Name.allCases.map { ".\($0.rawValue)" }.sorted()
        let length = head.unicodeScalars.count
        return Completion(candidates: names.filter { $0.hasPrefix(head) }, replacing: 0..<length)
    }

    /// What `.help` shows.
    static let help = """
        .help             this list
        .lesson [NAME]    the lesson that you are at, or another: .lesson 2.3;
                          .lesson list names them
        .next .back       its next step, the one before; Enter on an empty line, too
        .run .skip .quit  its program once more; show what it asks; close it
        .queues           what waits: ticks, microtasks, timers, every phase
        .trace            what the last input did so far, as a timeline; .trace all shows
                          repetition in full; .trace off and .trace on: the recording
        .why [LINE]       why a line that it printed came when it did: its number, or a
                          text in it; the last line where nothing is given
        .stats            the same in numbers: lag, blocks, work in flight
        .step             step through the last input, forth and back; .step CODE
                          and .step FILE through others
        .predict [FILE]   put the output of the last input, or of a file, in order
        .type EXPR        what kind of value an expression has
        .clock            the clock; .clock virtual and .clock system begin afresh on
                          the other one; .clock 500ms lets virtual time pass
        .load FILE        evaluate a file here
        .save FILE        write the inputs of this session to a file
        .editor           type several lines; Ctrl-D evaluates them, Ctrl-C drops them
        .clear            a fresh scope: no variables, no timers
        .exit             leave (as Ctrl-D)

        Tab completes names. Ctrl-C stops running code or drops the line. `_` is the
        last result, `_error` the last error. `await` works at the top level.

        """
}
