// SPDX-License-Identifier: MIT

/// Finds what somebody may have meant.
public enum NearestName {
    private static let longest = 64

    /// The known name that takes the fewest changes; nil where none is near enough to be meant.
    ///
    /// One change is a letter more, less, other, or two that changed places. A third of the letters may be wrong.
    public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in known {
            let letters = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(wanted.count, letters.count) / 3)
            guard letters.count <= longest, abs(letters.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, letters)
            if distance <= limit && distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    // The "optimal string alignment" distance: three rows of the table are enough.
    private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for row in 1..<(first.count + 1) {
            var current = [row] + [Int](repeating: 0, count: second.count)
            for column in 1..<(second.count + 1) {
                let isSame = first[row - 1] == second[column - 1]
                current[column] = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
