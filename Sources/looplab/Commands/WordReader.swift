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

    /// All that is left, as it stands; a leading `--` is dropped.
    mutating func rest() -> [String] {
        defer { words = [] }
        return words.first == "--" ? Array(words.dropFirst()) : Array(words)
    }
}
