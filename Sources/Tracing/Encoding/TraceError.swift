// SPDX-License-Identifier: MIT
public import Markup

/// What can keep a file from being read as a trace.
public enum TraceError: Error, Equatable, Sendable {
    /// Its first line is not the header of a trace.
    case foreign
    /// A newer LoopLab wrote it, in a version of the format that this one does not know.
    case newer(version: UInt64, supported: UInt64)
    /// Something in it is not as the format says; line and column count from 1, columns in bytes.
    case damaged(line: Int, column: Int, expected: TraceExpectation)
    /// Its end is missing: it has so many events, and says nothing of its end or announces another number.
    case truncated(events: UInt64, announced: UInt64?)
}

/// What a trace file should have had at a place.
public enum TraceExpectation: Equatable, Sendable {
    /// JSON, or JSON of another type.
    case json(JSONExpectation)
    /// A field that every event of its kind has, or that the header has.
    case field(String)
    /// Each field once.
    case once(String)
    /// One of a few words.
    case word(field: String, known: [String])
    /// A kind of event that the version has.
    case kind(String)
    /// A place as file:line:column.
    case place
    /// An event with a higher number than the one before it.
    case ascending(after: UInt64)
    /// Nothing behind the end mark.
    case nothingAfterEnd
}
