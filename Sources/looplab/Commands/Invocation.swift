// SPDX-License-Identifier: MIT

/// One use of the program, read from its command line.
enum Invocation {
    /// `looplab`: the REPL, with a learner's first minute where `isTour` is set.
    case prompt(PromptOptions)
    /// `looplab run …`.
    case run(RunOptions)
    /// Another command.
    case subcommand(any Subcommand)
    /// `looplab --help`, `looplab run --help`.
    case help(HelpTopic)
    /// `looplab --version`.
    case version

    /// Reads the words after the program's name.
    init(_ words: [String]) throws(CommandError) {
        var reader = WordReader(words)
        switch words.first {
        case "run":
            reader.skip()
            self = try RunOptions.read(&reader)
        case "learn":
            reader.skip()
            self = try PromptOptions.read(&reader, isTour: true)
        case "help":
            reader.skip()
            self = .help(try HelpTopic(reader.next()))
        case let word? where CommandTable.named(word) != nil:
            reader.skip()
            guard let type = CommandTable.named(word) else { throw .unknownCommand(word) }
            self = try type.read(&reader).map(Self.subcommand) ?? .help(.subcommand(type.name))
        case let word? where !word.hasPrefix("-"):
            throw .unknownCommand(word)
        default:
            self = try PromptOptions.read(&reader, isTour: false)
        }
    }

    /// Does it, and gives the exit code.
    func perform() throws(CommandError) -> Int32 {
        switch self {
        case .prompt(let options): try PromptCommand(options).perform()
        case .run(let options): try RunCommand(options).perform()
        case .subcommand(let command): try command.perform()
        case .help(let topic): try StandardOutput.print(topic.text)
        case .version: try StandardOutput.print("looplab \(LoopLab.version)\n")
        }
    }
}
