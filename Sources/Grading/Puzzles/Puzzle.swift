// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// A program that was generated to have its lines put in order.
public struct Puzzle: Equatable, Sendable {
    /// How hard it is, 1 to 10.
    public let level: Int
    /// What it was generated from.
    public let seed: UInt64
    /// Its source text.
    public let program: String
    /// What somebody has to know for it, in the order of the course.
    public let concepts: [PuzzleConcept]

    /// What records and messages call the program.
    public static let name = "puzzle.js"
}

/// Makes programs whose lines are to be put in order, for ever new ones.
///
/// The same level and seed give the same program for ever: what is written here of a version must never change in a
/// later one without a new number of ``version``.
public enum PuzzleGenerator {
    /// The generator's version; another one may give other programs.
    public static let version = 1

    /// Makes the program of a level and a seed, and runs it to see that it has one legal order.
    ///
    /// A program that has not is thrown away, and the next one of the same seed is made. `runner` gives what runs a
    /// source text. Returns the key with the program.
    public static func puzzle<Runner: ProgramRunner>(
        _ level: PuzzleLevel, seed: UInt64, runner: (String) -> Runner
    ) throws(PredictionError) -> (puzzle: Puzzle, key: PredictionKey) {
        for attempt in 0... {
            let draft = PuzzleDraft(level, seed: seed, attempt: UInt64(attempt))
            // A draft that prints one line only, or fails, would be a mistake of the composer; it is passed over too.
            do throws(PredictionError) {
                let key = try PredictionKey(runner(draft.program))
                if draft.isGood(key) { return (draft.puzzle, key) }
            } catch .notPredictable(.stopped(.timedOut)) {
                // The machine's doing, not the draft's: another time it would be the one.
                throw .notPredictable(.stopped(.timedOut))
            } catch .notPredictable {
                continue
            }
        }
        preconditionFailure("there are endless drafts")
    }
}

/// A program that has not been run yet.
struct PuzzleDraft {
    let puzzle: Puzzle
    var program: String { puzzle.program }
    /// Its lines in the order in which they stand in the source; not all need be printed.
    let lines: [String]

    init(_ level: PuzzleLevel, seed: UInt64, attempt: UInt64) {
        // Seeds that lie side by side are to give programs that have nothing in common.
        var mixed = SplitMix64(seed: seed)
        var chance = SplitMix64(
            seed: mixed.next() &+ (UInt64(level.number) << 56) &+ attempt &* 0x9E37_79B9_7F4A_7C15)
        let names = Self.names(&chance)
        var composer = PuzzleComposer(level, chance)
        let statements = composer.program()
        let text = PuzzleSource(statements).text
        let count = statements.reduce(0) { $0 + $1.lines.count }
        lines = Array(names.prefix(count))
        var parts = text.components(separatedBy: "'\(PuzzleComposer.blank)'")
        var program = parts.removeFirst()
        for (name, part) in zip(names, parts) { program += "'\(name)'" + part }
        let known = statements.reduce(into: Set<PuzzleConcept>()) { $0.formUnion($1.concepts()) }
        puzzle = Puzzle(
            level: level.number, seed: seed, program: program,
            concepts: PuzzleConcept.allCases.filter(known.contains))
    }

    /// Whether it is worth thinking about: one order, and not nearly the one in which the lines stand in the source.
    func isGood(_ key: PredictionKey) -> Bool {
        guard key.isComplete, key.orders.count == 1, key.usual.ending == .exited(code: 0) else { return false }
        let printed = key.orders[0].lines
        return printed.count >= 3 && Set(printed).count == printed.count
            && inversions(printed) >= (puzzle.level == 1 ? 1 : puzzle.level < 5 ? 2 : 3)
            && key.usual.trace.outputLines().allSatisfy { !$0.isError }
    }

    /// How many pairs of lines are printed in another order than that of the source.
    private func inversions(_ printed: [String]) -> Int {
        let places = printed.compactMap { lines.firstIndex(of: $0) }
        return places.indices.reduce(0) { sum, later in
            sum + places[..<later].count { $0 > places[later] }
        }
    }

    // MARK: - Names of lines

    /// No name of a line has more letters.
    static let longestName = 7

    private static func names(_ chance: inout SplitMix64) -> [String] {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let lists = [letters, letters.map { $0.lowercased() }] + words
        var names = lists[chance.number(below: lists.count)]
        // Letters stand in the order of the source, as people write them; words in any.
        if names[0].count > 1 {
            for place in names.indices.dropFirst().reversed() {
                names.swapAt(place, chance.number(below: place + 1))
            }
        }
        return names
    }

    /// Words of which each begins with another letter, so that the letter is enough.
    private static let words: [[String]] = [
        "ant bee cat dog eel fox goat hen ibis jay koi lynx mole newt owl pig quail rat seal toad wolf yak",
        "apple bread corn date egg fig grape honey ice jam kale lime milk nut oil pear quince rice salt tea water yam",
        "ash birch cedar elm fir gum hazel iris jute larch maple nutmeg oak pine quince rose sage teak willow yew",
        "anchor boat coast dock ebb fish gull harbour island jetty kelp mast net oar port quay reef sail tide wave",
    ].map { $0.split(separator: " ").map(String.init) }
}

extension String {
    /// What stands between the occurrences of a separator.
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
