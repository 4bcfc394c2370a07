// SPDX-License-Identifier: MIT
import Markup
import Testing

@testable import Tracing

/// What is written is read back as it was.
@Suite struct TraceEncodingTests {
    @Test(arguments: TraceLevel.allCases)
    func everyKindComesBack(level: TraceLevel) throws {
        let trace = EveryKindTrace.make(level: level)
        let bytes = TraceEncoder(trace).bytes
        let read = try TraceDecoder.decode(bytes)
        #expect(read.header == trace.header)
        #expect(read.sources == trace.sources)
        for (there, here) in zip(read.events, trace.events) { #expect(there == here) }
        #expect(read == trace)
        #expect(TraceEncoder(read).bytes == bytes)
    }

    @Test func anEmptyTraceComesBack() throws {
        let trace = Trace(header: .init(version: "", program: ""))
        #expect(try TraceDecoder.decode(TraceEncoder(trace).bytes) == trace)
    }

    @Test func everyKindHasItsOwnName() {
        #expect(EncodedKind.all.map(\.kind) == TraceEvent.Kind.allCases)
        #expect(EncodedKind.named.count == EncodedKind.all.count)
        for kind in EncodedKind.all {
            let fields = TraceFormat.required + TraceFormat.optional + kind.required + kind.optional
            #expect(Set(fields).count == fields.count, "\(kind.name)")
        }
    }

    @Test func linesAreReadable() {
        var builder = TraceBuilder(header: .init(version: "1.0", program: "a.js", seed: 7))
        builder.add(.threadStarted, text: "a.js")
        builder.add(
            .timerSet, time: 1_000, cause: 1, subject: 2, value: TraceEvent.repeating | 10, text: "setInterval",
            at: .init(file: "a.js", line: 3, column: 1))
        builder.add(.started, time: 2_000, thread: 1, phase: .poll, cause: 2, subject: 2, value: 5)
        builder.add(.output, time: 2_000, cause: 3, subject: 1, value: 2, text: "no\u{2028}\n")
        let expected = #"""
            {"looplab":"trace","version":1,"writer":"1.0","program":"a.js","profile":"node","clock":"virtual",\#
            "seed":7,"level":"queues","sources":[]}
            {"seq":1,"t":0,"kind":"threadStarted","thread":0,"phase":"script","number":0,"program":"a.js"}
            {"seq":2,"t":1000,"kind":"timerSet","thread":0,"phase":"script","cause":1,"callback":2,"delay":10,\#
            "repeats":true,"api":"setInterval","at":"a.js:3:1"}
            {"seq":3,"t":2000,"kind":"started","thread":1,"phase":"poll","cause":2,"callback":2,\#
            "callbackThread":0,"queue":"poll"}
            {"seq":4,"t":2000,"kind":"output","thread":0,"phase":"script","cause":3,"number":1,"stream":"stderr",\#
            "text":"no\u2028\n"}
            {"end":true,"events":4}

            """#
        #expect(String(decoding: TraceEncoder(builder.trace).bytes, as: UTF8.self) == expected)
    }

    @Test func fieldsMayStandInAnyOrderAndBeUnknown() throws {
        var builder = TraceBuilder()
        builder.add(.timerSet, time: 5, subject: 2, value: 10, text: "setTimeout")
        let lines = String(decoding: TraceEncoder(builder.trace).bytes, as: UTF8.self).split(separator: "\n")
        let event = #"""
            { "delay": 10, "new": [1.5e3, {"a": [null, -0.1, "\ud83d\ude42"]}], "callback": 2, "api": "setTimeout",
            """#.replacing("\n", with: "")
            + #""phase": "script", "thread": 0, "kind": "timerSet", "seq": 1, "t": 5, "also": false }"#
        let text = [String(lines[0]), event, String(lines[2])].joined(separator: "\r\n") + "\r\n \n"
        #expect(try TraceDecoder.decode(Array(text.utf8)) == builder.trace)
    }
}
