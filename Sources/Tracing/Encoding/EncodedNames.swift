// SPDX-License-Identifier: MIT
internal import Scheduling

/// A value that the format writes as a word.
///
/// The words belong to the format and stay when a case is renamed.
protocol EncodedWord: Equatable, Sendable {
    /// All values.
    static var encodedValues: [Self] { get }
    /// The word of this one.
    var encodedName: String { get }
}

extension EncodedWord {
    static var encodedNames: [String] { encodedValues.map(\.encodedName) }

    init?(encodedName: String) {
        guard let value = Self.encodedValues.first(where: { $0.encodedName == encodedName }) else { return nil }
        self = value
    }
}

extension TracePhase: EncodedWord {
    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .script: "script"
        case .timers: "timers"
        case .poll: "poll"
        case .check: "check"
        case .close: "close"
        case .task: "task"
        case .rendering: "rendering"
        }
    }
}

extension TraceLevel: EncodedWord {
    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .queues: "queues"
        case .full: "full"
        case .steps: "steps"
        }
    }
}

extension LoopProfile: EncodedWord {
    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .node: "node"
        case .browser: "browser"
        }
    }
}

extension ClockKind: EncodedWord {
    static let encodedValues = [ClockKind.system, .virtual]

    var encodedName: String {
        switch self {
        case .system: "system"
        case .virtual: "virtual"
        }
    }
}

extension CallbackKind: EncodedWord {
    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .script: "script"
        case .tick: "tick"
        case .microtask: "microtask"
        case .timer: "timer"
        case .immediate: "immediate"
        case .poll: "poll"
        case .close: "close"
        case .idle: "idle"
        case .task: "task"
        case .animationFrame: "animationFrame"
        }
    }
}

extension ChoicePoint: EncodedWord {
    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .timerOrImmediate: "timerOrImmediate"
        case .timerOrCompletion: "timerOrCompletion"
        case .completionOrder: "completionOrder"
        case .taskSource: "taskSource"
        case .duration: "duration"
        case .immediateOrTimer: "immediateOrTimer"
        case .scriptedLatency: "scriptedLatency"
        }
    }
}

extension TaskSource: EncodedWord {
    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .domManipulation: "domManipulation"
        case .userInteraction: "userInteraction"
        case .networking: "networking"
        case .timer: "timer"
        case .postedMessage: "postedMessage"
        case .performanceTimeline: "performanceTimeline"
        case .rendering: "rendering"
        case .idle: "idle"
        }
    }
}

/// How a callback ended.
enum EncodedOutcome: UInt8, CaseIterable, EncodedWord {
    case returned
    case threw
    case stopped

    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .returned: "returned"
        case .threw: "threw"
        case .stopped: "stopped"
        }
    }
}

/// How a promise was settled.
enum EncodedSettlement: UInt8, CaseIterable, EncodedWord {
    case fulfilled
    case rejected

    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .fulfilled: "fulfilled"
        case .rejected: "rejected"
        }
    }
}

/// Where output went.
enum EncodedStream: UInt8, CaseIterable, EncodedWord {
    case output = 1
    case errors = 2

    static let encodedValues = allCases

    var encodedName: String {
        switch self {
        case .output: "stdout"
        case .errors: "stderr"
        }
    }
}
