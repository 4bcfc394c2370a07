// SPDX-License-Identifier: MIT
import EngineTesting
import HostRuntime
import Markup
import Scheduling
import Testing
import Tracing

/// The timelines of the programs of this directory.
@Suite struct TimelineFixtureTests {
    private static let programs =
        BehaviourProgram.all.filter { ["order", "worker", "events"].contains($0.area) }
        .map { (program: $0, isPage: false) }
        + BehaviourProgram.all(below: "BrowserPrograms").map { (program: $0, isPage: true) }

    @Test(arguments: programs)
    func rowsFitTheTerminal(_ program: BehaviourProgram, isPage: Bool) async throws {
        let path = program.path
        let trace = try await onEngineThread {
            var options = RuntimeOptions(output: UnseenOutput(), productVersion: "0.0.0")
            options.profile = isPage ? .browser : .node
            options.clock = .virtual
            options.color = .never
            options.arguments = ["looplab", path]
            return try ProgramRecording.run(.file(at: path), name: "program", options, .init(level: .queues)).trace
        }
        for (columns, isUTF8) in [(80, true), (80, false), (200, true), (20, false)] {
            let style = TerminalStyle(columns: columns, isUTF8: isUTF8)
            let text = Timeline(trace, .init(style)).text
            let wide = text.split(separator: "\n").filter { CharacterWidth.columns(of: $0) > columns }
            #expect(wide == [])
            if !isUTF8 { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        }
        // Every line of what was printed at once stands on the page, unless repetition is folded or it is too long for
        // one row.
        let page = Timeline(trace, .init(TerminalStyle(columns: 2_000), isUnfolded: true)).text
        let writes = trace.events.filter { $0.kind == .output }.flatMap { trace.text(of: $0).split(separator: "\n") }
        let printed = writes.map { TerminalText.escapedRow(String($0)) }.filter { $0.utf8.count < 500 }
        if !trace.events.contains(where: { $0.thread > 0 }) {
            #expect(printed.filter { !page.contains($0) } == [])
        }
    }
}
