// SPDX-License-Identifier: MIT
internal import Scheduling

/// The options of the prompt.
struct PromptOptions: Equatable {
    var profile: LoopProfile = .node
    var clock: ClockKind = .system
    var seed: UInt64 = 0
    var color: ColorChoice = .automatic
    /// Opens a lesson at the start.
    var isTour = false
    /// The directory of the course; nil for the usual one.
    var course: String?

    static func read(_ reader: inout WordReader, isTour: Bool) throws(CommandError) -> Invocation {
        var options = PromptOptions()
        options.isTour = isTour
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return .help(isTour ? .learn : .program)
            case .option("--version", _): return .version
            case .option("--profile", let value) where !isTour:
                options.profile = try LoopProfile(option: reader.value(of: "--profile", value))
            case .option("--clock", let value):
                options.clock = try ClockKind(option: reader.value(of: "--clock", value))
            case .option("--seed", let value):
                options.seed = try reader.number(of: "--seed", value, from: 0)
            case .option("--course", let value): options.course = try reader.value(of: "--course", value)
            case .option("--color", let value):
                options.color = try ColorChoice(option: reader.value(of: "--color", value))
            case .option(let name, _): throw .unknownOption(name, command: "looplab")
            case .operand(let word): throw .unexpectedOperand(word)
            }
        }
        return .prompt(options)
    }
}
