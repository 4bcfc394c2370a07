// SPDX-License-Identifier: MIT
import CEditline
import Glibc

/// Where libedit's keys come from.
extension LineEditor {
    /// Characters handed to libedit to run a command of ours; the decoder lets nobody type them.
    enum PrivateKey {
        /// Ends the line for the reason in `ending`.
        static let abandon: Unicode.Scalar = "\u{81}"
        /// Inserts `pendingInsertion`.
        static let insert: Unicode.Scalar = "\u{82}"
        /// Gives `pendingSearchKey` to the search.
        static let search: Unicode.Scalar = "\u{83}"
    }

    /// The next character for libedit, waiting in the owner's event loop until there is one.
    ///
    /// - Returns: the character, or `nil` when libedit must give up reading.
    func nextKey() -> Unicode.Scalar? {
        if phase == .starting {
            phase = .editing
            if TerminalModes.hold() {
                TerminalSignals.install()
                // From now on libedit's mode for the time between lines is nearly its editing mode.
                _ = lle_keep_raw_between_lines(editline)
            }
        }
        let wasEnding = ending != nil
        while ending == nil {
            handleAttention()
            if let input = decoder.next() { return key(for: input) }
            // Drawn only now: of keys that came together, the last one's effect is seen.
            refresh()
            switch waitForInput() {
            case .interrupted: ending = .interrupted
            case .endOfInput: ending = .endOfInput
            case .ready: readMore()
            }
        }
        // What was typed ahead of Ctrl-C is dropped with the line.
        decoder.removeAll()
        // The private key ends the line tidily; where libedit reads an argument of a command it may be taken for that,
        // and then the next call ends the line as an error.
        return wasEnding ? nil : PrivateKey.abandon
    }

    private func readMore() {
        switch DescriptorIO.read(configuration.input, limit: 4096) {
        case .bytes(let bytes): decoder.feed(bytes)
        case .wouldBlock: break
        case .end, .failure: ending = .endOfInput
        }
    }

    private func key(for input: InputDecoder.Input) -> Unicode.Scalar {
        switch input {
        case .paste(let text):
            search = nil
            pendingInsertion = text
            return PrivateKey.insert
        case .scalar(let scalar) where search != nil:
            pendingSearchKey = scalar
            return PrivateKey.search
        case .scalar(let scalar):
            return scalar
        }
    }
}
