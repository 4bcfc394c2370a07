// SPDX-License-Identifier: MIT

/// The name of a file as the system has it: bytes, which need not be UTF-8.
struct FileName: Hashable, Comparable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The name as text: bytes that are not UTF-8 appear as `\xE9`, so that two names stay two.
    var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar):
                text.unicodeScalars.append(Unicode.UTF8.decode(scalar))
                offset += scalar.count
            case .error(let length):
                for byte in bytes[offset..<offset + length] {
                    text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
                offset += length
            case .emptyInput: return text
            }
        }
    }

    /// Whether its files are for programs, not for people: hidden ones, and what package managers and Macs leave.
    var isHousekeeping: Bool {
        bytes.first == UInt8(ascii: ".") || text == "node_modules" || text == "__MACOSX"
    }

    /// A path of names.
    static func path(_ names: [FileName]) -> FileName {
        FileName(Array(names.map(\.bytes).joined(separator: [UInt8(ascii: "/")])))
    }

    /// Calls a function of the system with the name.
    func withPointer<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { body($0.baseAddress.unsafelyUnwrapped) }
        }
    }

    /// The order of listings: byte by byte.
    static func < (first: FileName, second: FileName) -> Bool {
        first.bytes.lexicographicallyPrecedes(second.bytes)
    }
}

/// What the name of a file says about a submission.
enum SubmissionName {
    /// The endings that submissions have; `.txt` is for answers to questions.
    private static let endings = [".js", ".mjs", ".cjs", ".txt"]

    /// The name without its ending; nil for a file that is no submission.
    static func stem(of name: FileName) -> String? {
        let text = name.text
        guard let ending = endings.first(where: text.hasSuffix), text.utf8.count > ending.utf8.count else {
            return nil
        }
        return String(text.dropLast(ending.count))
    }
}
