// SPDX-License-Identifier: MIT
internal import Scheduling

/// What the lines of a program's output are called by somebody who puts them in order.
///
/// Short words call themselves. Where a line is longer, the lines are listed in an arrangement that is no legal order,
/// with a letter for each.
public struct PredictionLabels: Equatable, Sendable {
    /// One line.
    public struct Label: Equatable, Sendable {
        /// What it is called: a letter, or the line itself.
        public let name: String
        /// The line as it is printed.
        public let line: String
        /// How often it is printed at most.
        public let count: Int
    }

    /// The lines in the order in which they are shown; each stands here once.
    public let labels: [Label]
    /// Whether letters stand for the lines.
    public let usesLetters: Bool
    /// How many lines an answer has: from the shortest legal order to the longest.
    public let lengths: ClosedRange<Int>

    /// Labels the lines of the legal orders, the usual one first.
    public init(_ orders: [[String]], seed: UInt64 = 0) {
        let counts = orders.map { lines in lines.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 } }
        var seen: Set<String> = []
        let lines = orders.joined().filter { seen.insert($0).inserted }
        let isShort = lines.allSatisfy(Self.isWord)
        let arranged = Self.arranged(lines, orders, seed)
        let names = isShort ? arranged : Self.names(for: lines)
        labels = zip(names, arranged).map { name, line in
            Label(name: name, line: line, count: counts.map { $0[line] ?? 0 }.max() ?? 1)
        }
        usesLetters = !isShort
        let sizes = orders.map(\.count)
        lengths = (sizes.min() ?? 0)...(sizes.max() ?? 0)
    }

    /// The label of a line.
    public func label(of line: String) -> Label? { labels.first { $0.line == line } }

    /// Whether a word is the name of a label or a line, in capitals or not.
    public func isTaken(_ word: String) -> Bool {
        let word = word.lowercased()
        return labels.contains { $0.line.lowercased() == word || !usesLetters && $0.name.lowercased() == word }
    }

    // Nothing in it may divide one label from the next.
    private static func isWord(_ line: String) -> Bool {
        (1...12).contains(line.count)
            && line.allSatisfy { !$0.isWhitespace && !",;|\"'`()[]{}<>→".contains($0) } && !line.hasSuffix(".")
    }

    private static func names(for lines: [String]) -> [String] {
        let letters = (0..<26).map { String(UnicodeScalar(UInt8(ascii: "A") + UInt8($0))) }
        let numbers = (1...).prefix(lines.count).map(String.init)
        let isFree = lines.allSatisfy { line in !letters.contains(line.uppercased()) }
        return isFree && lines.count <= letters.count ? letters : numbers
    }

    private static func arranged(_ lines: [String], _ orders: [[String]], _ seed: UInt64) -> [String] {
        let legal = orders.map { lines in
            var seen: Set<String> = []
            return lines.filter { seen.insert($0).inserted }
        }
        var generator = SplitMix64(seed: lines.reduce(seed, Self.mixed))
        // Of few lines every arrangement may be legal.
        var shuffled = lines
        for _ in 0..<32 {
            shuffled = lines
            for position in shuffled.indices.dropFirst().reversed() {
                shuffled.swapAt(position, generator.number(below: position + 1))
            }
            if !legal.contains(where: { shuffled.starts(with: $0) }) { break }
        }
        return shuffled
    }

    // FNV-1a: the same lines are shown in the same arrangement everywhere.
    private static func mixed(_ seed: UInt64, _ line: String) -> UInt64 {
        line.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
