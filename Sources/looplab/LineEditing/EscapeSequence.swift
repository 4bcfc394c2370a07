// SPDX-License-Identifier: MIT
/// Escape sequences inside text that is meant for a terminal.
enum EscapeSequence {
    /// A run of text, or one escape sequence.
    struct Piece: Equatable {
        /// The scalars of the piece.
        var scalars: [Unicode.Scalar]
        /// Whether the piece is an escape sequence and takes no room.
        var isEscape: Bool
    }

    /// Cuts text into runs and escape sequences.
    ///
    /// - Parameter scalars: text in which CSI and OSC sequences may stand.
    /// - Returns: the pieces, in order.
    static func split(_ scalars: some Collection<Unicode.Scalar>) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Array(scalars)[...]
        while let first = rest.first {
            let isEscape = first == "\u{1B}"
            let count = isEscape ? length(of: rest) : rest.prefix { $0 != "\u{1B}" }.count
            pieces.append(Piece(scalars: Array(rest.prefix(count)), isEscape: isEscape))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    private static func length(of sequence: ArraySlice<Unicode.Scalar>) -> Int {
        let body = sequence.dropFirst()
        switch body.first {
        case "[":
            let parameters = body.dropFirst().prefix { $0.value < 0x40 }.count
            return min(sequence.count, parameters + 3)
        case "]":
            var previous: Unicode.Scalar = "]"
            for (offset, scalar) in body.dropFirst().enumerated() {
                if scalar == "\u{7}" || (scalar == "\\" && previous == "\u{1B}") { return offset + 3 }
                previous = scalar
            }
            return sequence.count
        default:
            return min(2, sequence.count)
        }
    }
}
