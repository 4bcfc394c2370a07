// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling

/// The options of `looplab run`.
struct RunOptions: Equatable {
    /// Where the program comes from.
    enum Program: Equatable {
        /// A file.
        case file(String)
        /// Standard input, `-`.
        case standardInput
        /// `-e CODE`.
        case code(String)
    }

    var program: Program = .standardInput
    var profile: LoopProfile = .node
    var clock: ClockKind = .system
    var seed: UInt64 = 0
    var timeout: UInt64?
    var heapBytes: Int = MemoryGauge.defaultLimit
    var color: ColorChoice = .automatic
    /// Tells at the end how smoothly the page ran.
    var reportsFrames = false
    var arguments: [String] = []

    static func read(_ reader: inout WordReader) throws(CommandError) -> Invocation {
        var options = RunOptions()
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return .help(.run)
            case .option("-e", let value), .option("--eval", let value):
                options.program = .code(try reader.value(of: "-e", value))
                return try options.readRest(&reader)
            case .option(let name, let value):
                try options.take(name, value, &reader)
            case .operand(let name):
                options.program = name == "-" ? .standardInput : .file(name)
                return try options.readRest(&reader)
            }
        }
        throw .missingProgram
    }

    // Options may stand behind the program as well, up to `--` or the first operand, which begin its arguments.
    private mutating func readRest(_ reader: inout WordReader) throws(CommandError) -> Invocation {
        while true {
            let before = reader
            guard let word = reader.read() else { return .run(self) }
            guard case .option(let name, let value) = word else {
                reader = before
                arguments = reader.rest()
                return .run(self)
            }
            if name == "--help" || name == "-h" { return .help(.run) }
            try take(name, value, &reader)
        }
    }

    private mutating func take(
        _ name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) {
        switch name {
        case "--profile":
            profile = try LoopProfile(option: reader.value(of: name, value))
        case "--frame-report":
            reportsFrames = true
        case "--clock":
            clock = try ClockKind(option: reader.value(of: name, value))
        case "--seed":
            seed = try reader.number(of: name, value, from: 0)
        case "--timeout":
            timeout = try Quantity.nanoseconds(reader.value(of: name, value), option: name)
        case "--max-heap":
            heapBytes = try Quantity.bytes(reader.value(of: name, value), option: name)
        case "--color":
            color = try ColorChoice(option: reader.value(of: name, value))
        default:
            throw .unknownOption(name, command: "run")
        }
    }
}

extension LoopProfile {
    init(option text: String) throws(CommandError) {
        switch text {
        case "node": self = .node
        case "browser": self = .browser
        default: throw .badValue(option: "--profile", value: text, expected: "node or browser")
        }
    }

    /// The profile's name as people write it.
    var name: String {
        switch self {
        case .node: "node"
        case .browser: "browser"
        }
    }
}

extension ClockKind {
    init(option text: String) throws(CommandError) {
        switch text {
        case "system": self = .system
        case "virtual": self = .virtual
        default: throw .badValue(option: "--clock", value: text, expected: "system or virtual")
        }
    }
}

/// The value of `--color`.
enum ColorChoice: String, Equatable {
    /// On a terminal, unless `NO_COLOR` is set.
    case automatic = "auto"
    /// Always.
    case always
    /// Never.
    case never

    init(option text: String) throws(CommandError) {
        guard let choice = ColorChoice(rawValue: text) else {
            throw .badValue(option: "--color", value: text, expected: "auto, always or never")
        }
        self = choice
    }
}
