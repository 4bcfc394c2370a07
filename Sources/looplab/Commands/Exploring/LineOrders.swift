// SPDX-License-Identifier: MIT

/// What several outputs of one program have in common.
struct LineOrders: Equatable {
    /// How many lines at the beginning are the same in all outputs.
    let firstDifference: Int
    /// Lines that are in all outputs, once in each, and in either order: the usual order is that of the pair.
    let luckyPairs: [Pair]
    /// Lines that are in some outputs and not in others.
    let occasionalLines: [String]

    /// Two lines, in the order of the usual output.
    struct Pair: Equatable {
        let first: String
        let second: String
    }

    /// At most so many lines are compared each with each.
    private static let limit = 400

    /// Compares outputs, the usual one first.
    init(_ outputs: [[String]]) {
        let usual = outputs.first ?? []
        firstDifference = outputs.dropFirst().map { Self.firstDifference($0, usual) }.min() ?? usual.count
        let positions = outputs.map { lines -> [String: Int] in
            var found: [String: Int] = [:]
            var repeated: Set<String> = []
            for (position, line) in lines.enumerated() where found.updateValue(position, forKey: line) != nil {
                repeated.insert(line)
            }
            for line in repeated { found[line] = nil }
            return found
        }
        let common = usual.prefix(Self.limit).filter { line in positions.allSatisfy { $0[line] != nil } }
        var pairs: [Pair] = []
        for (index, first) in common.enumerated() {
            for second in common[(index + 1)...]
            where positions.contains(where: { ($0[first] ?? 0) > ($0[second] ?? 0) }) {
                pairs.append(Pair(first: first, second: second))
            }
        }
        luckyPairs = pairs
        let sets = outputs.map(Set.init)
        var seen: Set<String> = []
        occasionalLines = outputs.joined().filter { line in
            seen.insert(line).inserted && !sets.allSatisfy { $0.contains(line) }
        }
    }

    /// The position of the first line in which two outputs differ.
    static func firstDifference(_ first: [String], _ second: [String]) -> Int {
        zip(first, second).prefix { $0 == $1 }.count
    }
}
