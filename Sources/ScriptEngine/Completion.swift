// SPDX-License-Identifier: MIT

/// How JavaScript ended (ECMA-262 section 6.2.4, with the host's own termination).
///
/// A thrown value is a value here, not a Swift error: nothing unwinds across the engine.
public enum Completion {
    /// It ran to its end.
    case normal(ScriptValue)
    /// It threw this value.
    case thrown(ScriptValue)
    /// The host stopped it; nothing can be caught.
    case terminated

    /// The value of a normal completion.
    public var value: ScriptValue? {
        if case .normal(let value) = self { value } else { nil }
    }
}

@available(*, unavailable)
extension Completion: Sendable {}

/// How a call ended whose result nobody wants.
public enum Ending {
    /// It ran to its end.
    case normal
    /// It threw this value.
    case thrown(ScriptValue)
    /// The host stopped it.
    case terminated
}

@available(*, unavailable)
extension Ending: Sendable {}

/// What is known about a thrown value without asking user code more than `toString`.
public struct ErrorDescription: Sendable, Equatable {
    /// The value as text: "TypeError: x is not a function".
    public let text: String
    /// The file it came from; empty when unknown.
    public let file: String
    /// The line, from 1; 0 when unknown.
    public let line: Int
    /// The column, from 1; 0 when unknown.
    public let column: Int
    /// For a syntax error, the line of source that has it.
    public let sourceLine: String
    /// Whether the value is an Error object.
    public let isError: Bool
    /// Whether the engine's parser made it.
    public let isSyntaxError: Bool
}
