// SPDX-License-Identifier: MIT

/// One thing that a timeline shows, before anything is worded: small, because a run can have a million of them.
struct TimelineEntry {
    /// What it shows.
    enum Kind: UInt8 {
        /// A phase, a task of a page or a frame begins; `value` is the turn.
        ///
        /// Its upper half says from which source the task is, plus 1, or the number of the frame.
        case rule
        /// A callback runs; `value` is the callback that first asked for it.
        case callback
        /// One line is printed; `value` is where it lies in the event's text: first byte and end.
        case output
        /// Something that the event itself tells: an error, a choice, a mark.
        case note
    }

    /// What it shows.
    var kind: Kind
    /// The thread.
    var lane: UInt16
    /// How deep it is nested: 0 for a task, 1 for what its checkpoint runs.
    var depth: UInt8
    /// Whatever has an equal shape looks alike but for times and printed text.
    var shape: Int32
    /// The index of the event.
    var event: Int
    /// A number, by kind.
    var value: UInt64
    /// Of a rule: how long nothing had happened, in nanoseconds; 0 below a millisecond.
    var gap: UInt64 = 0
}

/// Numbers for shapes: equal keys have equal numbers.
struct TimelineShapes {
    /// What decides whether entries look alike.
    enum Key: Hashable {
        case entry(TimelineEntry.Kind, lane: UInt16, depth: UInt8, UInt64, UInt64)
        case fold([Int32], count: Int)
    }

    private var numbers: [Key: Int32] = [:]

    /// The number of a key.
    mutating func number(of key: Key) -> Int32 {
        if let number = numbers[key] { return number }
        let number = Int32(numbers.count)
        numbers[key] = number
        return number
    }
}
