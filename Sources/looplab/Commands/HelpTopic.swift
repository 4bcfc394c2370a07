// SPDX-License-Identifier: MIT

/// What `--help` and `looplab help` explain.
enum HelpTopic: Equatable {
    /// The program.
    case program
    /// `looplab run`.
    case run
    /// `looplab learn`.
    case learn
    /// One of the other commands.
    case subcommand(String)

    init(_ name: String?) throws(CommandError) {
        switch name {
        case nil: self = .program
        case "run": self = .run
        case "learn": self = .learn
        case let other? where CommandTable.named(other) != nil: self = .subcommand(other)
        case let other?: throw .unknownCommand(other)
        }
    }

    /// The text, at most 80 columns wide.
    var text: String {
        switch self {
        case .program: Self.programText
        case .run: Self.runText
        case .learn: Self.learnText
        case .subcommand(let name): CommandTable.named(name)?.help ?? Self.programText
        }
    }

    private static let programText =
        """
        LoopLab: asynchronous JavaScript on an event loop you can see.

        usage: looplab                     a prompt; the event loop runs while you type
               looplab learn               the same, with the lesson that you are at
               looplab run FILE [-- ARGS]  run a program as Node or a browser would

        """ + CommandTable.usage + """
                   looplab help [COMMAND]      this text, or that of a command

            options of the prompt:
              --profile node|browser   the globals and the event loop of Node (default) or
                                       those of a page
              --clock system|virtual   real time (default), or time that jumps
              --seed N                 decides orders that are left open (default 0)
              --course DIR             lessons of another course (also LOOPLAB_COURSE)
              --color auto|always|never
              -h, --help               this text
              --version                the version

            """

    private static let runText = """
        usage: looplab run [OPTIONS] FILE [ARGS]      run a file
               looplab run [OPTIONS] -                run standard input
               looplab run [OPTIONS] -e CODE          run code

        A .mjs file, or one with import or export, runs as an ES module, any other as
        CommonJS. What follows the program goes to process.argv; -- ends the options.

          --profile node|browser   Node (default), or a page: window, document, task
                                   queues, frames; a script without import and export
                                   is a classic script
          --clock system|virtual   real time (default), or time that jumps to the
                                   next timer: same output every time, no waiting
          --seed N                 decides orders that are left open (virtual clock;
                                   default 0)
          --frame-report           tell at the end which frames a page missed, and why
          --timeout DURATION       stop after 500ms, 2s, 1m … of real time
          --max-heap SIZE          stop above 64M, 2G … (default: 4G or half the memory)
          --color auto|always|never

        exit codes: the program's own (of a page: 1 if an error was reported, else 0);
                    2 usage; 3 output could not be written; 124 time over;
                    130 interrupted; 134 out of memory

        """

    private static let learnText = """
        usage: looplab learn [--course DIR]

        Opens the prompt with the lesson that you are at: the first one, or the one that
        you left. Where there is no terminal, a first program runs by itself, with the
        reason for what it prints, and the command ends.

        """
}
