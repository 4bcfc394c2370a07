// SPDX-License-Identifier: MIT

/// Takes a command line apart: options with or without `=`, operands, and `--`, after which all are operands.
struct WordReader {
    /// One option or operand.
    enum Word: Equatable {
        /// `--name`, `-n`, or `--name=value`.
        case option(name: String, value: String?)
        /// Anything else.
        case operand(String)
    }

    private var words: ArraySlice<String>
    private var optionsAreOver = false

    init(_ words: [String]) {
        self.words = words[...]
    }

    /// Leaves out one word.
    mutating func skip() {
        words = words.dropFirst()
    }

    /// The next raw word.
    mutating func next() -> String? {
        words.popFirst()
    }

    /// The next option or operand; nil at the end.
    mutating func read() -> Word? {
        guard let word = words.popFirst() else { return nil }
        if optionsAreOver || word == "-" || !word.hasPrefix("-") { return .operand(word) }
        if word == "--" {
            optionsAreOver = true
            return read()
        }
        guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else {
            return .option(name: word, value: nil)
        }
        return .option(name: String(word[..<equals]), value: String(word[word.index(after: equals)...]))
    }

    /// The value of an option: after its `=`, or the next word.
    mutating func value(of name: String, _ inline: String?) throws(CommandError) -> String {
        if let inline { return inline }
        guard let word = words.popFirst() else { throw .missingValue(option: name) }
        return word
    }

    /// The value of an option that takes one of a few words.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        of name: String, _ inline: String?
    ) throws(CommandError) -> Choice {
        let text = try value(of: name, inline)
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badValue(option: name, value: text, expected: "one of \(known)")
        }
        return choice
    }

    /// The value of an option that takes a whole number.
    mutating func number<Number: FixedWidthInteger>(
        of name: String, _ inline: String?, from least: Number = 1, to most: Number = .max
    ) throws(CommandError) -> Number {
        let text = try value(of: name, inline)
        guard let number = Number(text), least...most ~= number else {
            let end = most == .max ? "" : " to \(most)"
            throw .badValue(option: name, value: text, expected: "a whole number from \(least)\(end)")
        }
        return number
    }

    /// All that is left, as it stands; a leading `--` is dropped.
    mutating func rest() -> [String] {
        defer { words = [] }
        return words.first == "--" ? Array(words.dropFirst()) : Array(words)
    }
}
