// SPDX-License-Identifier: MIT
internal import Scheduling

/// One step of an explanation.
public struct Reason: Equatable, Sendable {
    /// What happened, as one sentence without its full stop; may hold text of the program, so escape it for its place.
    public var sentence: String
    /// The rule that made it so; nil where the step says what the program did.
    public var rule: Rule?
    /// The place in the source that the step is about; nil where that is not known.
    public var position: SourcePosition?
    /// The index of the event that the step is about.
    public var eventIndex: Int

    /// Makes a step from its parts.
    public init(sentence: String, rule: Rule? = nil, position: SourcePosition? = nil, eventIndex: Int) {
        self.sentence = sentence
        self.rule = rule
        self.position = position
        self.eventIndex = eventIndex
    }
}

/// Says why something happened when it did: what led to it, and what decided its place in the order.
public struct Why: Sendable {
    let index: TraceIndex

    /// Explains what happened in a trace.
    public init(_ index: TraceIndex) {
        self.index = index
    }

    /// The steps that led to an event, the main script first; empty for an index that the trace does not have.
    public func reasons(forEventAt index: Int) -> [Reason] {
        []
    }
}
