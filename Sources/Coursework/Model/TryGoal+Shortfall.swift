// SPDX-License-Identifier: MIT

extension TryGoal {
    /// The first thing that keeps a program from having reached a goal.
    public enum Shortfall: Hashable, Sendable {
        /// The code does not use an identifier that it has to use.
        case unused(String)
        /// A line is printed that must not be.
        case forbidden(String)
        /// A line is not printed after those before it; how many of the expected ones were.
        case missing(String, found: Int)
        /// The lines are not exactly those: the first that differs, counted from 0, and what stands there.
        case different(index: Int, expected: String?, found: String?)
    }

    /// What keeps code that printed these lines from having reached the goal; nil if nothing does.
    public func shortfall(code: String, lines: [String]) -> Shortfall? {
        if !uses.isEmpty {
            let used = SourceIdentifiers.all(in: code)
            if let unused = uses.first(where: { !used.contains($0) }) { return .unused(unused) }
        }
        if let found = lines.first(where: forbidden.contains) { return .forbidden(found) }
        switch output {
        case .containing(let expected):
            var rest = lines[...]
            for (index, line) in expected.enumerated() {
                guard let position = rest.firstIndex(of: line) else { return .missing(line, found: index) }
                rest = rest[(position + 1)...]
            }
            return nil
        case .exactly(let expected):
            let length = max(expected.count, lines.count)
            let index = (0..<length).first { index in
                index >= expected.count || index >= lines.count || expected[index] != lines[index]
            }
            return index.map { index in
                .different(
                    index: index, expected: index < expected.count ? expected[index] : nil,
                    found: index < lines.count ? lines[index] : nil)
            }
        }
    }
}
