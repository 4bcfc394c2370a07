// SPDX-License-Identifier: MIT
import Markup
import Scheduling
import Testing
import Tracing

/// Pages drawn from traces that were made by hand.
@Suite struct TimelineTests {
    @Test func aPageIsDrawn() {
        var made = MadeTrace()
        var timer: UInt64 = 0
        made.run(.script) { made in
            made.print("a\nb")
            timer = made.ask(.timer, "setTimeout")
        }
        made.time = 990_000_000
        made.run(.timer, timer, phase: .timers) { made in
            made.print("é\nat line 1", stream: 2)
            made.note(.uncaughtError, "Error: x\n    at y")
        }
        #expect(
            Timeline(made.trace, .init(TerminalStyle(columns: 70))).text == """
                 made.js · node profile · virtual clock · seed 0
                  ms  what runs                            what it prints
                ──────────────────────────────────────────────────────────────────────
                   0  ● main script                        a
                                                           b
                   ⋮  ── +990 ms · turn 1, timers phase ──────────────────────────────
                 990  ● setTimeout                         stderr é
                        waited 990 ms, asked for by main   ┆ at line 1
                        script
                        ! nobody caught: Error: x
                ──────────────────────────────────────────────────────────────────────
                 2 tasks, 0 ticks, 0 microtasks, 4 lines printed

                """)
    }

    @Test(arguments: [20, 40, 59, 60, 80, 200], [false, true])
    func rowsFitAndASCIIIsASCII(columns: Int, isUTF8: Bool) {
        let style = TerminalStyle(columns: columns, isUTF8: isUTF8)
        for trace in [MadeTrace.threads(2), MadeTrace.threads(9), MadeTrace.jobs(200), Trace.empty] {
            for isUnfolded in [false, true] {
                let page = Timeline(trace, .init(style, isUnfolded: isUnfolded))
                for row in page.text.split(separator: "\n") {
                    #expect(CharacterWidth.columns(of: row) <= columns, "\(row)")
                }
                if !isUTF8 { #expect(page.text.utf8.allSatisfy { $0 < 0x80 }) }
                #expect(!page.text.contains("\u{1b}"))
            }
        }
    }

    @Test(arguments: [(10, 0), (23, 20), (1_000, 997)])
    func repetitionIsFolded(count: Int, hidden: Int) {
        let text = Timeline(MadeTrace.jobs(count), .init(TerminalStyle())).text
        #expect(text.contains("× \(hidden) more rounds like this") == (hidden > 0))
        #expect(text.contains("number \(count)"))
        #expect(text.split(separator: "\n").count == (hidden > 0 ? 5 + 4 : 5 + count) + 1)
        let whole = Timeline(MadeTrace.jobs(count), .init(TerminalStyle(), isUnfolded: true)).text
        #expect((1...count).allSatisfy { whole.contains("number \($0)") })
    }

    @Test func aPartIsWhatAnInputDid() {
        var made = MadeTrace()
        var (old, own): (UInt64, UInt64) = (0, 0)
        made.run(.script) { made in
            made.print("before")
            old = made.ask(.timer, "setTimeout")
        }
        let end = UInt64(made.trace.events.count)
        made.run(.script) { made in
            made.print("input")
            own = made.ask(.timer, "setTimeout")
        }
        made.run(.timer, old, phase: .timers) { made in made.print("other") }
        made.run(.timer, own, phase: .timers) { made in made.print("own") }
        let part = made.trace.part(after: end)
        #expect(part.outputLines().map(\.text) == ["input", "own"])
        #expect(part.chain(from: part.events[part.events.count - 1]).last?.kind == .threadStarted)
        #expect(made.trace.part(after: 1_000).events == [])
    }
}

extension Trace {
    fileprivate static var empty: Trace { Trace(header: .init(version: "0", program: "leer\u{1b}[31m.js")) }
}
