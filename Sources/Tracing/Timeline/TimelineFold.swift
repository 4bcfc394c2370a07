// SPDX-License-Identifier: MIT

/// Entries of a timeline in the order in which they are shown, long repetition folded.
struct TimelineFold {
    /// One piece of the page.
    struct Piece {
        /// The entries that it stands for.
        var entries: Range<Int>
        /// Equal for pieces that look alike.
        var shape: Int32
        /// How many rounds are left out; 0 for an entry that is shown.
        var hidden = 0
        /// How many pieces make one round.
        var period = 1
    }

    private(set) var pieces: [Piece]
    private var shapes: TimelineShapes

    /// At most so many pieces make one round.
    private static let longestPeriod = 64
    /// Fewer pieces than this are shown rather than left out.
    private static let leastHidden = 20

    init(_ reading: TimelineReading, isUnfolded: Bool) {
        shapes = reading.shapes
        pieces = reading.entries.indices.map { Piece(entries: $0..<$0 + 1, shape: reading.entries[$0].shape) }
        if isUnfolded { return }
        // A round may hold something that repeats itself: the inner repetition is folded first.
        for _ in 0..<4 where !foldOnce() { break }
    }

    // False when nothing repeats.
    private mutating func foldOnce() -> Bool {
        let next = followers()
        var folded: [Piece] = []
        var position = 0
        while position < pieces.count {
            guard let (period, rounds) = repetition(at: position, next) else {
                folded.append(pieces[position])
                position += 1
                continue
            }
            let end = position + period * rounds
            let hidden = (position + 2 * period)..<(end - period)
            folded += pieces[position..<hidden.lowerBound]
            let round = pieces[position..<position + period].map(\.shape)
            let shape = shapes.number(of: .fold(round, count: rounds))
            let entries = pieces[hidden.lowerBound].entries.lowerBound..<pieces[hidden.upperBound].entries.lowerBound
            folded.append(Piece(entries: entries, shape: shape, hidden: rounds - 3, period: period))
            folded += pieces[hidden.upperBound..<end]
            position = end
        }
        defer { pieces = folded }
        return folded.count < pieces.count
    }

    // For each piece where the next one of its shape is.
    private func followers() -> [Int] {
        var next = [Int](repeating: .max, count: pieces.count)
        var seen: [Int32: Int] = [:]
        for position in pieces.indices.reversed() {
            next[position] = seen.updateValue(position, forKey: pieces[position].shape) ?? .max
        }
        return next
    }

    // The shortest round that begins here and comes often enough.
    private func repetition(at start: Int, _ next: [Int]) -> (period: Int, rounds: Int)? {
        var candidate = next[start]
        while candidate <= start + Self.longestPeriod, candidate < pieces.count {
            let period = candidate - start
            var end = candidate
            while end < pieces.count, pieces[end].shape == pieces[end - period].shape { end += 1 }
            let rounds = (end - start) / period
            if rounds > 3, (rounds - 3) * period >= Self.leastHidden { return (period, rounds) }
            candidate = next[candidate]
        }
        return nil
    }
}
