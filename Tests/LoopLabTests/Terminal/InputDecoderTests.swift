// SPDX-License-Identifier: MIT
import Testing

@testable import looplab

@Suite struct InputDecoderTests {
    private func decode(_ bytes: [UInt8], pieces: Int) -> [InputDecoder.Input] {
        var decoder = InputDecoder()
        var inputs: [InputDecoder.Input] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            decoder.feed(Array(rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
            while let input = decoder.next() { inputs.append(input) }
        }
        return inputs
    }

    private func scalars(_ text: String) -> [InputDecoder.Input] {
        text.unicodeScalars.map { .scalar($0) }
    }

    @Test(arguments: [1, 2, 3, 100])
    func decodesCharactersHoweverTheyAreCut(pieces: Int) {
        #expect(decode(Array("aé日🙂\u{1B}[A".utf8), pieces: pieces) == scalars("aé日🙂\u{1B}[A"))
    }

    @Test func repairsInvalidBytes() {
        #expect(decode([0x61, 0xFF, 0xE6, 0x97, 0x62], pieces: 9) == scalars("a\u{FFFD}\u{FFFD}b"))
    }

    @Test func dropsControlsTheEditorKeepsForItself() {
        #expect(decode(Array("a\u{81}\u{9B}b".utf8), pieces: 9) == scalars("ab"))
    }

    @Test(arguments: ["a\rb", "a\nb", "a\r\nb"])
    func aPasteIsOneInputWithPlainNewlines(text: String) {
        let sent = Array("x\u{1B}[200~\(text)\u{1B}[201~y".utf8)
        let expected = scalars("x") + [.paste("a\nb")] + scalars("y")
        #expect(decode(sent, pieces: 100) == expected)
        #expect(decode(sent, pieces: 8) == expected)
    }

    @Test func aPasteCannotSendControls() {
        let sent = Array("\u{1B}[200~a\u{3}\u{1B}[31m\u{0}\tb\u{1B}[201~".utf8)
        #expect(decode(sent, pieces: 100) == [.paste("a[31m\tb")])
    }

    @Test func unreadComesFirst() {
        var decoder = InputDecoder()
        decoder.feed(Array("ab".utf8))
        #expect(decoder.next() == .scalar("a"))
        decoder.unread("日")
        #expect(decoder.next() == .scalar("日"))
        #expect(decoder.next() == .scalar("b"))
        #expect(decoder.next() == nil)
    }
}
