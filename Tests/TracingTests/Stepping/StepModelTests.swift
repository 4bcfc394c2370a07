// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import Tracing

/// Where each way leads, as the lines and columns at which the model stands.
@Suite struct StepModelTests {
    /// Goes some ways, named by the keys of the view, and gives the places: "2:1 1:18".
    private func walk(_ trace: Trace, _ keys: String, from position: Int? = nil) -> String {
        var model = StepModel(trace)
        if let position { model.move(to: position) }
        return keys.map { key in
            let direction: StepDirection = key.isUppercase ? .backwards : .forwards
            let moves: [Character: StepMove] = [
                "i": .into, "o": .over, "u": .out, "n": .event, "t": .task, "c": .callback, "e": .end, "r": .mark,
            ]
            if let move = moves[Character(key.lowercased())], model.move(move, direction) != nil { return "!" }
            return Self.place(model)
        }.joined(separator: " ")
    }

    private static func place(_ model: StepModel) -> String {
        guard let event = model.event else { return "-" }
        if event.kind == .statement, let place = model.place { return "\(place.line):\(place.column)" }
        return "\(event.kind)"
    }

    @Test func itBeginsAtTheFirstStatement() {
        let model = StepModel(.chains)
        #expect(Self.place(model) == "1:1")
        #expect(model.stopNumber == 1 && model.stopCount == 12)
        #expect(model.isAtStart && !model.isAtEnd)
    }

    @Test(arguments: [
        ("iiiiiiiiiiii", "2:1 1:18 3:1 1:18 4:1 1:24 1:24 1:24 5:9 6:3 threadEnded !"),
        ("eIIII", "threadEnded 6:3 5:9 1:24 1:24"),
        ("oooo", "2:1 3:1 4:1 1:24"), ("ooiOO", "2:1 3:1 1:18 3:1 2:1"),
        ("iiu", "2:1 1:18 3:1"), ("iiUU", "2:1 1:18 2:1 1:1"), ("uU", "1:24 4:1"),
        ("I", "!"), ("eN", "threadEnded programEnded"), ("N", "started"),
        ("nn", "queued queued"), ("ttT", "started ! started"), ("ccccc", "started started started started !"),
        ("ooooooooo", "2:1 3:1 4:1 1:24 1:24 1:24 5:9 6:3 threadEnded"),
    ])
    func waysOfProgramWithStatements(keys: String, places: String) {
        #expect(walk(.chains, keys) == places)
    }

    @Test(arguments: [
        // Over an await goes to where the function goes on; into goes to what really runs next.
        ("ioo", "2:3 3:3 4:3"), ("ii", "2:3 7:1"), ("iu", "2:3 7:1"), ("ioiO", "2:3 3:3 started 3:3"),
        ("oo", "7:1 8:1"), ("iiii", "2:3 7:1 8:1 3:3"), ("iiiii", "2:3 7:1 8:1 3:3 started"),
        ("eOOO", "threadEnded 4:3 3:3 2:3"),
    ])
    func waysAcrossAwaits(keys: String, places: String) {
        #expect(walk(.awaiting, keys) == places)
    }

    @Test(arguments: [
        ("in", "started queued"), ("io", "started ended"), ("iu", "started ended"), ("inU", "started queued started"),
        ("it", "started started"), ("eI", "threadEnded programEnded"), ("I", "!"),
    ])
    func withoutStatementsEventsAreSteps(keys: String, places: String) {
        #expect(walk(.queuesOnly, keys) == places)
    }

    @Test func aMarkedLineIsRunTo() {
        var model = StepModel(.chains)
        model.toggleMark(.init(file: "chains.js", line: 6))
        #expect(model.move(.mark) == nil)
        #expect(Self.place(model) == "6:3")
        #expect(model.move(.mark) == nil && model.isAtEnd)
        #expect(model.move(.mark) == .atEnd)
        #expect(model.move(.mark, .backwards) == nil)
        #expect(Self.place(model) == "6:3")
        model.toggleMark(.init(file: "chains.js", line: 6))
        #expect(model.move(.mark, .backwards) == nil && model.isAtStart)
    }

    @Test func aLineIsRunToInBothDirections() {
        var model = StepModel(.chains)
        #expect(model.move(.line(5)) == nil)
        #expect(Self.place(model) == "5:9")
        #expect(model.move(.line(3)) == .lineDoesNotRun(3, .forwards))
        #expect(model.move(.line(3), .backwards) == nil)
        #expect(Self.place(model) == "3:1")
        #expect(model.move(.line(99)) == .lineDoesNotRun(99, .forwards))
    }

    @Test func linesOfOutputAndEventsHaveNumbers() {
        var model = StepModel(.chains)
        #expect(model.move(toOutput: 2) == nil)
        #expect(model.console(last: 10).lines.map(\.text) == ["a", "c"])
        #expect(model.move(toOutput: 5) == .noSuchOutput(5, count: 4))
        #expect(model.move(toEvent: 3) == nil && model.position == 3)
        #expect(model.move(toEvent: 0) == .noSuchEvent(0, count: model.trace.events.count))
    }

    @Test func whatRunsLeadsToWhereItWasQueued() {
        var model = StepModel(.chains)
        #expect(model.moveToCause() == .queuedByNobody)
        _ = model.move(toOutput: 3)
        let before = model.position
        #expect(model.moveToCause() == nil)
        #expect(
            model.event?.kind == .queued && model.index.trace.text(of: model.event ?? .init(kind: .ended)) == "then")
        #expect(model.thread?.running.last?.callback == 2, "it was queued by the job that printed a")
        #expect(model.moveToCause() == nil && model.thread?.running.last?.kind == .script)
        #expect(model.moveToCause() == .queuedByNobody)
        #expect(model.returnFromJump() == nil && model.thread?.running.last?.callback == 2)
        #expect(model.returnFromJump() == nil && model.position == before)
    }

    @Test(arguments: [
        ("LATE()", "4:1"), ("'c'", "3:1"), ("[function: say]", "variable"), ("resolve", "2:1"),
        ("console.log('t')", "6:3"),
        ("settimeout", "4:1"),
    ])
    func textIsFoundForwards(text: String, place: String) {
        var model = StepModel(.chains)
        #expect(model.move(.text(text)) == nil)
        #expect(Self.place(model) == place)
    }

    @Test func textIsFoundBackwardsAndNotFoundAtAll() {
        var model = StepModel(.chains)
        _ = model.move(.end)
        #expect(model.move(.text("x"), .backwards) == nil)
        #expect(Self.place(model) == "variable")
        #expect(model.move(.text("nowhere")) == .textNotFound("nowhere", .forwards))
        #expect(model.move(.text("")) == .textNotFound("", .forwards))
    }

    @Test func oneThreadCanBeFollowed() {
        var model = StepModel(.threads)
        #expect(model.stopCount == 4)
        _ = model.move(.into)
        #expect(model.shownThread == 1 && model.pinnedThread == nil)
        model.pinNext()
        #expect(model.shownThread == 0)
        _ = model.move(.into)
        #expect(Self.place(model) == "3:1")
        model.pinNext()
        #expect(model.shownThread == 1)
        #expect(model.move(.into) == nil && model.isAtEnd)
        model.pinNext()
        #expect(model.pinnedThread == nil)
    }

    @Test func anEmptyTraceIsABeginningAndAnEnd() {
        var model = StepModel(Trace(header: .init(version: "0", program: "none")))
        for move in [StepMove.into, .over, .out, .event, .end, .task, .mark, .line(1), .text("a")] {
            #expect(model.move(move) != nil)
            #expect(model.move(move, .backwards) != nil)
        }
        #expect(model.moveToCause() == .queuedByNobody)
        #expect(model.position == 0)
    }
}
