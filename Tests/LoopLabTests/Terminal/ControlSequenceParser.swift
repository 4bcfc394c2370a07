// SPDX-License-Identifier: MIT
/// Cuts what a program sends to its terminal into characters, controls and escape sequences.
struct ControlSequenceParser {
    /// One thing the terminal is told.
    enum Item: Equatable {
        /// A character to be shown, or a combining mark.
        case print(Unicode.Scalar)
        /// A C0 control such as carriage return.
        case control(UInt8)
        /// ESC and one more byte, with the intermediate bytes between them.
        case escape(intermediates: [UInt8], final: UInt8)
        /// A CSI sequence; a parameter left out is `nil`.
        case csi(mark: UInt8?, parameters: [Int?], intermediates: [UInt8], final: UInt8)
        /// An OSC sequence such as a window title.
        case osc(String)
    }

    private enum State {
        case ground
        case escape([UInt8])
        case csi([UInt8])
        case osc([UInt8])
    }

    private var state = State.ground
    private var partial: [UInt8] = []

    /// Takes in bytes.
    ///
    /// - Parameter bytes: the next part of the stream, cut anywhere.
    /// - Returns: what is complete now.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [Item] {
        bytes.compactMap { advance($0) }
    }

    private mutating func advance(_ byte: UInt8) -> Item? {
        switch state {
        case .ground: return ground(byte)
        case .escape(let seen): return escape(byte, after: seen)
        case .csi(let seen): return csi(byte, after: seen)
        case .osc(let seen): return osc(byte, after: seen)
        }
    }

    private mutating func ground(_ byte: UInt8) -> Item? {
        if byte == 0x1B {
            partial = []
            state = .escape([])
            return nil
        }
        if byte < 0x20 || byte == 0x7F { return .control(byte) }
        partial.append(byte)
        let first = partial[0]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard partial.count == length else { return nil }
        defer { partial = [] }
        return String(decoding: partial, as: UTF8.self).unicodeScalars.first.map { .print($0) }
    }

    private mutating func escape(_ byte: UInt8, after seen: [UInt8]) -> Item? {
        if seen.isEmpty, byte == UInt8(ascii: "[") {
            state = .csi([])
        } else if seen.isEmpty, byte == UInt8(ascii: "]") {
            state = .osc([])
        } else if (0x20..<0x30).contains(byte) {
            state = .escape(seen + [byte])
        } else {
            state = .ground
            return .escape(intermediates: seen, final: byte)
        }
        return nil
    }

    private mutating func csi(_ byte: UInt8, after seen: [UInt8]) -> Item? {
        // Controls inside a sequence act at once, as on a real terminal.
        if byte < 0x20 { return .control(byte) }
        guard byte >= 0x40 else {
            state = .csi(seen + [byte])
            return nil
        }
        state = .ground
        let mark = seen.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
        let body = mark == nil ? seen[...] : seen.dropFirst()
        let digits = body.prefix { $0 >= 0x30 }
        let parameters = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        return .csi(mark: mark, parameters: parameters, intermediates: Array(body.dropFirst(digits.count)), final: byte)
    }

    private mutating func osc(_ byte: UInt8, after seen: [UInt8]) -> Item? {
        let isStringEnd = byte == UInt8(ascii: "\\") && seen.last == 0x1B
        guard byte == 0x07 || isStringEnd else {
            state = .osc(seen + [byte])
            return nil
        }
        state = .ground
        return .osc(String(decoding: isStringEnd ? seen.dropLast() : seen[...], as: UTF8.self))
    }
}
