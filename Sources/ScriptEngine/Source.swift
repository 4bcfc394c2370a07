// SPDX-License-Identifier: MIT
internal import CScriptEngine

/// Source text with the place it came from.
public struct Source: Sendable {
    /// UTF-8 text.
    public let text: String
    /// The name that stacks and errors show.
    public let file: String
    /// The number of its first line.
    public let line: Int
    /// What `resolveModule` and `importDynamically` get for imports in this text.
    public let referrer: Referrer

    /// Describes source text.
    public init(_ text: String, file: String, line: Int = 1, referrer: Referrer = .none) {
        self.text = text
        self.file = file
        self.line = line
        self.referrer = referrer
    }

    func withRaw<Result>(_ body: (LLSSource) -> Result) -> Result {
        var text = text
        return text.withUTF8 { utf8 in
            file.withCString { file in
                let empty: StaticString = ""
                let base = utf8.baseAddress ?? empty.utf8Start
                return base.withMemoryRebound(to: CChar.self, capacity: utf8.count) { bytes in
                    body(
                        LLSSource(
                            bytes: bytes, length: utf8.count, file: file, line: UInt32(line),
                            referrer: referrer.number))
                }
            }
        }
    }
}

func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>>) -> Result
) -> Result {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
        offsets.append(bytes.count)
        bytes.append(contentsOf: string.utf8CString)
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
        let base = buffer.baseAddress.unsafelyUnwrapped
        let pointers = offsets.map { base + $0 } + [base]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
    }
}
