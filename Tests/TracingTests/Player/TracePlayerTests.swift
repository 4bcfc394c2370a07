// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import Tracing

/// The page that plays a trace.
@Suite struct TracePlayerTests {
    private static let hostile =
        "</script><script>alert(1)</script><!-- <script> <img src=x onerror=alert(1)>\u{2028}'\""

    private static func trace(_ text: String) -> Trace {
        Trace(
            header: .init(version: "0.1.0", program: text),
            events: [
                TraceEvent(sequence: 1, kind: .threadStarted, text: 1),
                TraceEvent(sequence: 2, kind: .started, cause: 1, subject: 1),
                TraceEvent(sequence: 3, kind: .timerSet, cause: 2, subject: 2, value: 5, text: 1, place: 1),
                TraceEvent(sequence: 4, time: 1 << 60, kind: .output, cause: 2, subject: 1, value: 1, text: 1),
                TraceEvent(sequence: 5, kind: .ended, cause: 2, subject: 1),
            ],
            texts: ["", text], places: [SourcePosition(file: text, line: 1, column: 2)],
            sources: [.init(file: text, text: text + "\r\nx")])
    }

    @Test func thePageIsOneFileThatLoadsNothing() {
        let page = TracePlayer(Self.trace("a.js")).page
        #expect(
            page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv"))
        #expect(page.hasSuffix("</script>\n</body>\n</html>\n"))
        #expect(page.contains("<title>a.js · LoopLab</title>"))
        for tag in ["style", "body", "main", "noscript"] {
            #expect(page.split(separator: "<\(tag)>").count == 2, "\(tag)")
        }
        // One for the data, one for the player.
        #expect(page.matches(of: /<script[ >]/).count == 2)
        for word in ["http:", "https:", "src=", "@import", "url(", " style=\"", "onclick=\"", "innerHTML"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func everyElementThatTheScriptsAskForIsThere() {
        let page = TracePlayer(Self.trace("a.js")).page
        let asked = Set(page.matches(of: /byId\('(?<id>[a-z-]+)'\)/).map { String($0.id) })
        let given = page.matches(of: /\ id="(?<id>[a-z-]+)"/).map { String($0.id) }
        #expect(asked.count > 20)
        #expect(asked.subtracting(given) == [])
        #expect(Set(given).count == given.count)
    }

    @Test func everyKindOfEventHasASentence() {
        let scripts = TracePlayer.stateScripts
        for kind in TraceEvent.Kind.allCases {
            #expect(scripts.contains("  \(kind): ") || scripts.contains("  \(kind)(event"), "\(kind)")
        }
    }

    @Test func everyNameThatTheSentencesUseIsThere() {
        let scripts = TracePlayer.stateScripts
        let names =
            ChoicePoint.allCases.map { "\($0)" } + TracePhase.allCases.map { "\($0)" }
            + CallbackKind.allCases.filter { $0 != .script }.map { "\($0)" }
        for name in names { #expect(scripts.contains(" \(name): '"), "\(name)") }
    }

    @Test func textOfAProgramStaysText() {
        let page = TracePlayer(Self.trace(Self.hostile)).page
        let harmless = TracePlayer(Self.trace("a")).page
        for mark in ["<script", "</script", "<!--", "<img", "onerror=", "alert("] {
            let isText = ["onerror=", "alert("].contains(mark)
            #expect(isText || page.split(separator: mark).count == harmless.split(separator: mark).count, "\(mark)")
        }
        #expect(!TracePlayer(Self.trace(Self.hostile)).recordText.contains("\u{2028}"))
        #expect(page.contains(#"\u003c/script\u003e\u003cscript\u003ealert(1)"#))
    }

    @Test func theDataIsCompactAndExact() {
        let data = TracePlayer(Self.trace("a")).recordText
        #expect(
            data.contains(
                #"""
                "files":[["a","a\nx"]],
                "places":[[0,1,2]],
                "texts":["","a"],
                "callbacks":[[1,"main script"],[2,"a@1:2"]],
                "reasons":[[3,[[
                """#), "\(data)")
        #expect(
            data.hasSuffix(
                #"""
                "events":[[1,0,0,0,0,0,0,0,1],[1,0,5,0,0,1,1],[1,0,3,0,0,1,2,5,1,1],\#
                [1,"1152921504606846976",28,0,0,2,1,1,1],[1,"-1152921504606846976",6,0,0,3,1]]
                }
                """#), "\(data)")
    }

    @Test func longTextsAreCut() {
        let text = String(repeating: "x", count: 1_000_000) + "\n"
        let data = TracePlayer(Self.trace(text)).recordText
        #expect(data.contains("x… (996001 more characters)"))
    }

    @Test func theSameTraceGivesTheSameBytes() {
        #expect(TracePlayer(Self.trace("a")).page == TracePlayer(Self.trace("a")).page)
    }
}
