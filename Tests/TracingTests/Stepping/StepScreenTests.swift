// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import Tracing

/// Pictures of the step view at the sizes that matter; they are kept in `Screens`.
@Suite struct StepScreenTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var size: (columns: Int, rows: Int)
        var trace = Trace.chains
        /// Keys: characters of ``StepKey``, `>` and `<` for the arrows, `$` for Enter.
        var keys = ""
        var isUTF8 = true

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "start-80x24", size: (80, 24)),
        Case(name: "job-80x24", size: (80, 24), keys: ">>>>>>"),
        Case(name: "timer-80x24", size: (80, 24), keys: ">>>>>>>>>>"),
        Case(name: "ascii-80x24", size: (80, 24), keys: ">>>>>>", isUTF8: false),
        Case(name: "job-200x50", size: (200, 50), keys: ">>>>>>"),
        Case(name: "job-60x16", size: (60, 16), keys: ">>>>>>"),
        Case(name: "job-40x12", size: (40, 12), keys: ">>>>>>"),
        Case(name: "job-20x5", size: (20, 5), keys: ">>>>>>"),
        Case(name: "queues-80x24", size: (80, 24), trace: .queuesOnly, keys: "g" + "e11$"),
        Case(name: "threads-80x24", size: (80, 24), trace: .threads, keys: ">>"),
        Case(name: "help-80x24", size: (80, 24), keys: "?"),
        Case(name: "help-20x5", size: (20, 5), keys: "?"),
        Case(name: "details-80x24", size: (80, 24), keys: ">>>>>>d"),
        Case(name: "question-80x24", size: (80, 24), keys: "g12"),
        Case(name: "marks-80x24", size: (80, 24), keys: "b6$>>"),
    ]

    @Test(arguments: cases) func isDrawn(_ example: Case) throws {
        let screen = Self.screen(example)
        let picture = screen.grid.lines.map { $0 + "\n" }.joined()
        try expectSnapshot(picture, named: "Screens/\(example.name).screen")
        for row in 0..<screen.grid.rows {
            let width = screen.grid.runs(ofRow: row).reduce(0) { $0 + $1.text.unicodeScalars.count }
            #expect(width == example.size.columns)
        }
    }

    private static func screen(_ example: Case) -> StepScreen {
        let terminal = StepScreen.Terminal(
            columns: example.size.columns, rows: example.size.rows, isUTF8: example.isUTF8)
        var interaction = StepInteraction(example.trace)
        for scalar in example.keys.unicodeScalars {
            let screen = StepScreen(interaction.model, interaction.view, terminal)
            let key: StepKey =
                switch scalar {
                case ">": .right
                case "<": .left
                case "$": .enter
                default: .character(scalar)
                }
            #expect(interaction.take(key, seeing: screen) == .goOn)
        }
        return StepScreen(interaction.model, interaction.view, terminal)
    }

    @Test func noSizeMakesItFail() {
        let overlays: [StepView.Overlay?] = [nil, .help, .why, .output, .details]
        for columns in [1, 2, 3, 8, 15, 16, 20, 39, 40, 59, 60, 61, 80, 131, 132, 400] {
            for rows in [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 80] {
                for trace in [Trace.chains, .queuesOnly] {
                    var model = StepModel(trace)
                    _ = model.move(.line(6))
                    var view = StepView()
                    view.overlay = overlays[(columns + rows) % overlays.count]
                    view.question = columns % 3 == 0 ? .goTo : nil
                    let screen = StepScreen(model, view, .init(columns: columns, rows: rows))
                    #expect(screen.grid.lines.count == rows)
                    #expect(screen.grid.lines.allSatisfy { $0.count <= columns })
                    #expect(rows < 3 || columns < 20 || screen.grid.lines.contains { $0 != "" })
                }
            }
        }
    }

    @Test func wideAndCombiningCharactersKeepTheirCells() {
        let source = "say('日本語')\u{9}// e\u{301}\n"
        var sketch = TraceSketch("wide.js", source)
        sketch.add(.threadStarted, text: "wide.js")
        sketch.run(1, .script) { $0.frame(1, "(main)") { $0.statement(1, 1, 1) } }
        let terminal = StepScreen.Terminal(columns: 60, rows: 16)
        let screen = StepScreen(StepModel(sketch.trace), StepView(), terminal)
        #expect(screen.grid.line(1).hasPrefix("│▶   1 say('日本語')  // e\u{301}"))
        #expect(screen.grid[1, 31].text == "│", "the line between the panes stands where it stands in other rows")
        #expect(screen.grid[1, 13] == .init(text: "", style: .current))
    }

    @Test func whatAProgramPrintsCannotDriveTheTerminal() {
        var sketch = TraceSketch("evil.js", "a\u{1B}[2J\n")
        sketch.add(.threadStarted, text: "evil.js")
        sketch.run(1, .script) { sketch in
            sketch.frame(1, "f\u{1B}]0;x\u{7}") { $0.statement(1, 1, 1) }
            sketch.add(.output, 1, value: 1, text: "\u{1B}[31mred\u{9B}1m\u{202E}\n")
        }
        var model = StepModel(sketch.trace)
        for _ in 0..<3 {
            for overlay in [nil, .why, .output, .details] as [StepView.Overlay?] {
                var view = StepView()
                view.overlay = overlay
                let text = StepScreen(model, view, .init(columns: 80, rows: 24)).grid.lines.joined()
                #expect(!text.unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) })
                #expect(!text.unicodeScalars.contains("\u{202E}"))
            }
            _ = model.move(.into)
        }
        var told = ""
        StepNarration(sketch.trace).tell(1...9) { told += $0 }
        #expect(!told.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test func aStatementFarToTheRightIsBroughtIntoSight() {
        let source = String(repeating: "x; ", count: 400) + "here()\n"
        var sketch = TraceSketch("long.js", source)
        sketch.add(.threadStarted, text: "long.js")
        sketch.run(1, .script) { $0.frame(1, "(main)") { $0.statement(1, 1, 1201) } }
        let screen = StepScreen(StepModel(sketch.trace), StepView(), .init(columns: 80, rows: 24))
        #expect(screen.grid.line(1).contains("here()"))
    }
}
