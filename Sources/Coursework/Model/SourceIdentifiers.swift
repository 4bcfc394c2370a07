// SPDX-License-Identifier: MIT

/// The identifiers that a JavaScript text uses: its words outside of comments and of quoted text.
///
/// What stands in `${}` of a template counts. A regular expression is read like code, which can only find too many.
enum SourceIdentifiers {
    static func all(in source: String) -> Set<String> {
        var scanner = Scanner(Array(source.unicodeScalars))
        scanner.run()
        return scanner.found
    }

    /// Whether a text is one identifier of ASCII letters.
    static func isIdentifier(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, isPart(first), !("0"..."9" ~= first) else { return false }
        return scalars.allSatisfy { isPart($0) }
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "$": true
        default: scalar.value >= 0x80 && scalar.properties.isIDContinue
        }
    }

    private struct Scanner {
        private(set) var found: Set<String> = []
        private let scalars: [Unicode.Scalar]
        private var index = 0
        /// For each template whose `${}` is open, how many braces are open in it.
        private var templates: [Int] = []

        init(_ scalars: [Unicode.Scalar]) {
            self.scalars = scalars
        }

        mutating func run() {
            while index < scalars.count {
                let scalar = scalars[index]
                switch scalar {
                case "/" where next == "/": skip { $0 == "\n" }
                case "/" where next == "*": skipComment()
                case "\"", "'": skipQuoted(until: scalar)
                case "`":
                    index += 1
                    skipTemplate()
                case "{":
                    if !templates.isEmpty { templates[templates.count - 1] += 1 }
                    index += 1
                case "}": closeBrace()
                default:
                    if SourceIdentifiers.isPart(scalar) { takeWord() } else { index += 1 }
                }
            }
        }

        private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

        private mutating func skip(until isEnd: (Unicode.Scalar) -> Bool) {
            while index < scalars.count, !isEnd(scalars[index]) { index += 1 }
        }

        private mutating func skipComment() {
            index += 2
            while index < scalars.count, !(scalars[index] == "*" && next == "/") { index += 1 }
            index += 2
        }

        private mutating func skipQuoted(until quote: Unicode.Scalar) {
            index += 1
            while index < scalars.count, scalars[index] != quote, scalars[index] != "\n" {
                index += scalars[index] == "\\" ? 2 : 1
            }
            index += 1
        }

        private mutating func skipTemplate() {
            while index < scalars.count {
                if scalars[index] == "`" {
                    index += 1
                    return
                }
                if scalars[index] == "$", next == "{" {
                    templates.append(0)
                    index += 2
                    return
                }
                index += scalars[index] == "\\" ? 2 : 1
            }
        }

        private mutating func closeBrace() {
            index += 1
            guard let open = templates.last else { return }
            if open > 0 {
                templates[templates.count - 1] = open - 1
            } else {
                templates.removeLast()
                skipTemplate()
            }
        }

        private mutating func takeWord() {
            let start = index
            skip { !SourceIdentifiers.isPart($0) }
            var word = String.UnicodeScalarView()
            word.append(contentsOf: scalars[start..<index])
            found.insert(String(word))
        }
    }
}
