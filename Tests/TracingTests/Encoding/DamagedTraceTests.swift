// SPDX-License-Identifier: MIT
import Markup
import Testing
import Tracing

/// Files that are no whole trace are refused, each with what is wrong.
@Suite struct DamagedTraceTests {
    private static let header =
        #"{"looplab":"trace","version":1,"writer":"1","program":"a.js","profile":"node","clock":"virtual","#
        + #""seed":0,"level":"queues","sources":[]}"#
    private static let event = #"{"seq":1,"t":0,"kind":"turnStarted","thread":0,"phase":"script","turn":1}"#
    private static let end = #"{"end":true,"events":1}"#

    private func failure(_ text: String) -> TraceError? {
        failure(Array(text.utf8))
    }

    private func failure(_ bytes: [UInt8]) -> TraceError? {
        do throws(TraceError) {
            _ = try TraceDecoder.decode(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "", "\n", "console.log(1)\n", "{}", "[]\n", "{\"looplab\":\"course\"}\n", "\u{feff}{\"looplab\":\"trace\"}",
        "PK\u{3}\u{4}",
    ])
    func whatIsNoTraceIsForeign(text: String) {
        #expect(failure(text) == .foreign)
    }

    @Test func aNewerVersionIsRefusedWhateverElseItHas() {
        #expect(failure(#"{"looplab":"trace","version":2,"#) == .newer(version: 2, supported: 1))
        #expect(failure(#"{"looplab":"trace","version":99,"seed":"x"}"#) == .newer(version: 99, supported: 1))
    }

    @Test func everyCutIsNoticed() throws {
        let whole = Array("\(Self.header)\n\(Self.event)\n\(Self.end)\n".utf8)
        #expect(failure(whole) == nil)
        #expect(failure(whole.dropLast()) == nil, "the last line feed says nothing")
        let mark = Array(#"{"looplab":"trace""#.utf8).count
        let eventEnd = Self.header.utf8.count + 1 + Self.event.utf8.count
        for count in mark..<(whole.count - 1) {
            let found = failure(Array(whole[..<count]))
            #expect(found == .truncated(events: count < eventEnd ? 0 : 1, announced: nil), "\(count)")
        }
        let miscounted = "\(Self.header)\n\(Self.event)\n{\"end\":true,\"events\":3}\n"
        #expect(failure(miscounted) == .truncated(events: 1, announced: 3))
    }

    /// A line in the place of the event, the column of what is wrong, and what was expected.
    private static let damaged: [(line: String, column: Int, expected: TraceExpectation)] = [
        ("", 1, .json(.object)),
        ("[]", 1, .json(.object)),
        ("{seq:1}", 2, .json(.key)),
        (#"{"seq" 1}"#, 8, .json(.colon)),
        (#"{"seq":"1"}"#, 8, .json(.wholeNumber(upTo: UInt64(Int64.max)))),
        (#"{"seq":01}"#, 8, .json(.wholeNumber(upTo: UInt64(Int64.max)))),
        (#"{"seq":1.5}"#, 8, .json(.wholeNumber(upTo: UInt64(Int64.max)))),
        (#"{"seq":-1}"#, 8, .json(.wholeNumber(upTo: UInt64(Int64.max)))),
        (#"{"seq":9223372036854775808}"#, 8, .json(.wholeNumber(upTo: UInt64(Int64.max)))),
        (#"{"seq":18446744073709551616}"#, 8, .json(.wholeNumber(upTo: UInt64(Int64.max)))),
        (#"{"seq":1 "t":0}"#, 10, .json(.commaOrBrace)),
        (#"{"seq":1,}"#, 10, .json(.key)),
        (#"{"seq":1,"seq":1}"#, 16, .once("seq")),
        (#"{"seq":1,"x":tru}"#, 14, .json(.value)),
        (#"{"seq":1,"x":-}"#, 14, .json(.value)),
        (#"{"seq":1,"x":"\q"}"#, 15, .json(.escape)),
        (#"{"seq":1,"x":"\u12g4"}"#, 19, .json(.hexadecimalDigits)),
        (#"{"seq":1,"x":"\ud800!"}"#, 21, .json(.surrogatePair)),
        (#"{"seq":1,"x":"\udc00"}"#, 21, .json(.surrogatePair)),
        ("{\"seq\":1,\"x\":\"a\tb\"}", 16, .json(.noControlCharacter)),
        (#"{"seq":1,"x":"open"#, 19, .json(.closingQuote)),
        (
            #"{"x":"# + String(repeating: "[", count: 65) + String(repeating: "]", count: 65) + "}", 70,
            .json(.shallower(limit: 64))
        ),
        (#"{"seq":1,"t":0,"kind":"turnStarted","thread":0,"phase":"script","turn":1} x"#, 75, .json(.end)),
        (#"{"seq":1,"t":0,"kind":"turnStarted","thread":0,"phase":"script"}"#, 1, .field("turn")),
        (#"{"seq":1,"kind":"turnStarted","thread":0,"phase":"script","turn":1}"#, 1, .field("t")),
        (#"{"seq":1,"t":0,"thread":0,"phase":"script","turn":1}"#, 1, .field("kind")),
        (#"{"seq":1,"t":0,"kind":"turnEnded","thread":0}"#, 23, .kind("turnEnded")),
        (#"{"seq":1,"t":0,"kind":"cleared","thread":65536}"#, 42, .json(.wholeNumber(upTo: 65_535))),
        (
            #"{"seq":1,"kind":"ended","outcome":"x"}"#, 35,
            .word(field: "outcome", known: ["returned", "threw", "stopped"])
        ),
        (#"{"seq":1,"kind":"programEnded","code":2147483648}"#, 39, .json(.signedNumber)),
        (
            #"{"seq":1,"t":0,"kind":"turnStarted","thread":0,"phase":"script","turn":1,"at":"a.js:1"}"#, 79, .place
        ),
        (#"{"end":true}"#, 1, .field("events")),
    ]

    @Test(arguments: damaged.indices)
    func aDamagedLineIsNamed(index: Int) {
        let (line, column, expected) = Self.damaged[index]
        let found = failure("\(Self.header)\n\(line)\n\(Self.end)\n")
        #expect(found == .damaged(line: 2, column: column, expected: expected), "\(line)")
    }

    @Test func bytesThatAreNotTextAreNamed() {
        var bytes = Array("\(Self.header)\n{\"x\":\"a".utf8)
        bytes += [0xC3, 0x28]
        bytes += Array("\"}\n\(Self.end)\n".utf8)
        #expect(failure(bytes) == .damaged(line: 2, column: 7, expected: .json(.utf8)))
    }

    @Test func eventsMustAscendAndNothingFollowsTheEnd() {
        let twice = "\(Self.header)\n\(Self.event)\n\(Self.event)\n\(Self.end)\n"
        #expect(failure(twice) == .damaged(line: 3, column: 1, expected: .ascending(after: 1)))
        let more = "\(Self.header)\n\(Self.event)\n\(Self.end)\n\n  \(Self.event)\n"
        #expect(failure(more) == .damaged(line: 5, column: 3, expected: .nothingAfterEnd))
    }

    @Test func aHeaderNeedsItsFields() {
        let text = #"{"looplab":"trace","version":1,"writer":"1","program":"","profile":"deno"}"# + "\n"
        #expect(
            failure(text)
                == .damaged(line: 1, column: 68, expected: .word(field: "profile", known: ["node", "browser"])))
        #expect(failure("{\"looplab\":\"trace\"}\n") == .damaged(line: 1, column: 1, expected: .field("writer")))
    }
}
