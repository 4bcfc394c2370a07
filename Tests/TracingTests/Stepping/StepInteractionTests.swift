// SPDX-License-Identifier: MIT
import Testing

@testable import Tracing

/// What keys do.
@Suite struct StepInteractionTests {
    private var interaction = StepInteraction(.cutShort)
    private let terminal = StepScreen.Terminal(columns: 80, rows: 24)

    @discardableResult
    private mutating func press(_ keys: StepKey...) -> StepInteraction.Outcome {
        var outcome = StepInteraction.Outcome.goOn
        for key in keys {
            outcome = interaction.take(key, seeing: StepScreen(interaction.model, interaction.view, terminal))
        }
        return outcome
    }

    private mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(.character(scalar)) }
    }

    @Test mutating func arrowsStepAndCapitalsGoBack() {
        let start = interaction.model.position
        press(.right, .right, .down)
        #expect(interaction.model.position > start)
        type("OII")
        #expect(interaction.model.position == start)
        press(.left)
        #expect(interaction.view.message == StepRefusal.atStart.sentence)
        press(.end)
        #expect(interaction.model.isAtEnd && interaction.view.message.hasPrefix("The recording ends here: 55 events."))
        press(.home)
        #expect(interaction.model.isAtStart && interaction.view.message == "")
    }

    @Test mutating func questionsTakeTextAndCanBeLeft() {
        type("gx")
        #expect(interaction.view.question == .goTo && interaction.view.answer == "x")
        press(.backspace)
        type("o2")
        press(.enter)
        #expect(interaction.view.question == nil && interaction.model.console(last: 9).total == 2)
        type("/late")
        press(.escape)
        #expect(interaction.view.question == nil)
        type("g")
        press(.backspace)
        #expect(interaction.view.question == nil)
        type("gnonsense")
        press(.enter)
        #expect(interaction.view.message.hasPrefix("Type 12 for a line"))
        type("b99")
        press(.enter)
        #expect(interaction.view.message.contains("chains.js") && interaction.model.marks.isEmpty)
    }

    @Test mutating func aTextIsFoundAgain() {
        type("/say(")
        press(.enter)
        let first = interaction.model.place
        type("f")
        #expect(first?.line == 2 && interaction.model.place?.line == 3)
        type("F")
        #expect(interaction.model.place == first)
        type("/")
        press(.enter)
        #expect(interaction.model.place?.line == 3, "an empty answer looks for the same again")
    }

    @Test mutating func textsAboveThePanesScrollAndClose() {
        type("?")
        press(.down, .down, .up)
        #expect(interaction.view.overlayScroll == 1)
        press(.end)
        let bottom = interaction.view.overlayScroll
        press(.down, .pageDown)
        #expect(interaction.view.overlayScroll == bottom && bottom > 1)
        press(.home, .up)
        #expect(interaction.view.overlayScroll == 0)
        #expect(press(.character("q")) == .goOn && interaction.view.overlay == nil)
        #expect(press(.character("q")) == .leave)
    }

    @Test mutating func controlCAlwaysLeavesOrCancels() {
        #expect(press(.interrupt) == .leave)
        type("w")
        #expect(press(.interrupt) == .leave)
        press(.escape)
        type("g")
        #expect(press(.interrupt) == .goOn && interaction.view.question == nil)
    }

    @Test mutating func theSourceScrollsUntilTheNextStep() {
        press(.pageDown)
        #expect(interaction.view.sourceScroll > 0)
        press(.right)
        #expect(interaction.view.sourceScroll == 0)
    }

    @Test mutating func aKeyThatDoesNothingSaysSo() {
        type("z")
        #expect(interaction.view.message == "There is no key z; ? shows the keys.")
    }
}

extension Trace {
    /// A recording that was ended by its limit of events.
    fileprivate static let cutShort: Trace = {
        var trace = Trace.chains
        trace.texts.append("event limit")
        for index in trace.events.indices where trace.events[index].kind == .programEnded {
            trace.events[index].text = UInt32(trace.texts.count - 1)
        }
        return trace
    }()
}
