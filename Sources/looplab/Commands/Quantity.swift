// SPDX-License-Identifier: MIT

/// Durations and sizes as people write them.
enum Quantity {
    private static let durationUnits: [(suffix: String, nanoseconds: Double)] = [
        ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3_600e9), ("", 1e9),
    ]

    private static let sizeUnits: [(suffix: String, bytes: Double)] = [
        ("kib", 1_024), ("mib", 1_048_576), ("gib", 1_073_741_824), ("kb", 1_000), ("mb", 1e6), ("gb", 1e9),
        ("k", 1_024), ("m", 1_048_576), ("g", 1_073_741_824), ("b", 1), ("", 1_048_576),
    ]

    /// "500ms", "2s", "1.5m", "1h"; a bare number is seconds.
    static func nanoseconds(_ text: String, option: String) throws(CommandError) -> UInt64 {
        for unit in durationUnits {
            if let number = number(text, before: unit.suffix), number > 0, number * unit.nanoseconds < 1e18 {
                return UInt64(number * unit.nanoseconds)
            }
        }
        throw .badValue(option: option, value: text, expected: "a duration such as 500ms, 2s or 1m")
    }

    /// "64M", "1GiB", "512kb"; a bare number is mebibytes.
    static func bytes(_ text: String, option: String) throws(CommandError) -> Int {
        for unit in sizeUnits {
            if let number = number(text.lowercased(), before: unit.suffix), number > 0, number * unit.bytes < 1e15 {
                let bytes = Int(number * unit.bytes)
                if bytes < 32 << 20 {
                    throw .badValue(option: option, value: text, expected: "at least 32M: the engine itself needs some")
                }
                return bytes
            }
        }
        throw .badValue(option: option, value: text, expected: "a size such as 64M or 2G")
    }

    private static func number(_ text: String, before suffix: String) -> Double? {
        guard text.hasSuffix(suffix) else { return nil }
        let digits = text.dropLast(suffix.count)
        guard let first = digits.first, first.isNumber || first == "." else { return nil }
        guard digits.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
        return Double(digits)
    }
}
