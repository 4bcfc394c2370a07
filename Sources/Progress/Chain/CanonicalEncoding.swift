// SPDX-License-Identifier: MIT

/// The bytes of an attempt that are hashed: each value with its length before it, in a fixed order.
///
/// A text is its UTF-8, a number its 64 bits, the highest byte first; a list begins with the number of its elements.
/// Lengths are 64 bits too. Nothing can be moved from one field to the next without changing the bytes. A field that
/// is added later needs another first word, and old attempts keep theirs.
struct CanonicalEncoding {
    private(set) var bytes: [UInt8] = []

    /// The hash of an attempt that follows the one with the hash `previous`.
    static func hash(
        of attempt: Attempt, id: AttemptID, recorded: Timestamp, after previous: ChainHash
    ) -> ChainHash {
        var encoding = CanonicalEncoding()
        encoding.bytes.reserveCapacity(1_024 + attempt.answer.utf8.count)
        encoding.bytes += previous.bytes
        encoding.add("looplab attempt 1")
        encoding.add(id.device)
        encoding.add(id.number)
        encoding.add(recorded)
        encoding.add(attempt)
        return ChainHash.of(encoding.bytes)
    }

    private mutating func add(_ attempt: Attempt) {
        add(attempt.course)
        add(attempt.courseVersion)
        add(attempt.exercise)
        add(attempt.variant)
        add(attempt.kind.rawValue)
        add(attempt.answer)
        add(attempt.verdict.rawValue)
        add(attempt.points)
        add(count: attempt.checks.count)
        for check in attempt.checks {
            add(check.name)
            add(check.hasPassed ? 1 : 0)
            add(check.points)
        }
        add(attempt.hints)
        add(attempt.duration)
        add(attempt.concepts)
        add(attempt.misconceptions)
        add(attempt.started)
        add(attempt.ended)
        add(attempt.offset)
        add(attempt.appVersion)
    }

    private mutating func add(_ text: String) {
        add(count: text.utf8.count)
        bytes += text.utf8
    }

    private mutating func add(_ texts: [String]) {
        add(count: texts.count)
        for text in texts { add(text) }
    }

    private mutating func add(_ points: Points) {
        add(points.earned)
        add(points.possible)
    }

    private mutating func add(_ time: Timestamp) {
        add(Int(time.milliseconds))
    }

    private mutating func add(_ number: Int) {
        add(count: 8)
        add(count: number)
    }

    private mutating func add(count: Int) {
        let bits = UInt64(bitPattern: Int64(count))
        for shift in [56, 48, 40, 32, 24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    }
}

extension RecordedAttempt {
    /// The hash that its fields have.
    var computedHash: ChainHash {
        CanonicalEncoding.hash(of: attempt, id: id, recorded: recorded, after: previous)
    }
}
