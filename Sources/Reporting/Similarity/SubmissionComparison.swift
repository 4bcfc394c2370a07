// SPDX-License-Identifier: MIT

/// Compares the submissions of one exercise with each other: one of each learner.
///
/// What it finds is a hint to look, never a verdict.
struct SubmissionComparison {
    /// From which share of its rare fingerprints on a submission counts as like another.
    static let threshold = 800
    /// A program with fewer rare fingerprints is too short, or too much like everybody's, to say anything.
    static let fewestFingerprints = 6

    private struct Entry {
        var learner: String
        var moment: Int64?
        var hash: String
        var prints: [UInt32]
    }

    private var entries: [Entry] = []

    /// Adds what one learner has handed in; without a program only equal bytes are found.
    mutating func add(learner: String, moment: Int64?, hash: String, program: String?) {
        entries.append(
            Entry(
                learner: learner, moment: moment, hash: hash,
                prints: program.map { ProgramFingerprints.of($0) } ?? []))
    }

    /// What is alike; what stands in `starter` too is no sign of anything.
    func hints(exercise: String, starter: String?) -> [SimilarityHint] {
        let equal = equalFiles(exercise)
        return equal + similar(exercise, starter: starter.map { Set(ProgramFingerprints.of($0)) } ?? [])
    }

    // MARK: - Equal bytes

    private func equalFiles(_ exercise: String) -> [SimilarityHint] {
        let groups = Dictionary(grouping: entries.filter { !$0.hash.isEmpty }) { $0.hash }
        return groups.values.filter { $0.count > 1 }.map { group in
            let ordered = group.sorted(by: Self.isBefore)
            return SimilarityHint(
                exercise: exercise, learners: ordered.map(\.learner), kind: .sameFile,
                moments: ordered.map { ExerciseAttempts.time($0.moment) })
        }.sorted { first, second in
            if first.learners.count != second.learners.count { return first.learners.count > second.learners.count }
            return ByteName(first.learners[0]) < ByteName(second.learners[0])
        }
    }

    private static func isBefore(_ first: Entry, _ second: Entry) -> Bool {
        let (one, other) = (first.moment ?? .max, second.moment ?? .max)
        return one == other ? ByteName(first.learner) < ByteName(second.learner) : one < other
    }

    // MARK: - Similar programs

    private struct Pair: Hashable {
        var first: Int32
        var second: Int32
    }

    /// Fingerprints that few learners have: what many have is how the exercise is solved.
    private func similar(_ exercise: String, starter: Set<UInt32>) -> [SimilarityHint] {
        var holders: [UInt32: [Int32]] = [:]
        for (index, entry) in entries.enumerated() {
            for print in entry.prints where !starter.contains(print) {
                holders[print, default: []].append(Int32(index))
            }
        }
        let limit = min(max(4, entries.count / 8), 24)
        var rare = [Int](repeating: 0, count: entries.count)
        var shared: [Pair: Int] = [:]
        for group in holders.values where group.count <= limit {
            for (place, first) in group.enumerated() {
                rare[Int(first)] += 1
                for second in group[(place + 1)...] { shared[Pair(first: first, second: second), default: 0] += 1 }
            }
        }
        var hints: [SimilarityHint] = []
        for (pair, count) in shared {
            let (first, second) = (Int(pair.first), Int(pair.second))
            let size = min(rare[first], rare[second])
            if size < Self.fewestFingerprints || count * 1_000 < size * Self.threshold { continue }
            if !entries[first].hash.isEmpty, entries[first].hash == entries[second].hash { continue }
            let ordered = [entries[first], entries[second]].sorted(by: Self.isBefore)
            hints.append(
                SimilarityHint(
                    exercise: exercise, learners: ordered.map(\.learner), kind: .similar(share: count * 1_000 / size),
                    moments: ordered.map { ExerciseAttempts.time($0.moment) }))
        }
        return hints.sorted(by: Self.isMoreAlike)
    }

    private static func isMoreAlike(_ first: SimilarityHint, _ second: SimilarityHint) -> Bool {
        guard case .similar(let one) = first.kind, case .similar(let other) = second.kind, one == other else {
            if case .similar(let one) = first.kind, case .similar(let other) = second.kind { return one > other }
            return false
        }
        return first.learners.lexicographicallyPrecedes(second.learners) { ByteName($0) < ByteName($1) }
    }
}
