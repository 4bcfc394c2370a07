// SPDX-License-Identifier: MIT

/// Words of a command that a person can paste into a shell.
///
/// Source: POSIX.1-2017, Shell Command Language, section 2.2.2 "Single-Quotes".
public enum ShellWord {
    /// The text as one word: itself where the shell would leave it alone, else in single quotes.
    public static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./,:@%+=".utf8.contains(byte)
            }
        }
        if isPlain && !text.isEmpty { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
