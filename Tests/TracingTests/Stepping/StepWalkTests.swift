// SPDX-License-Identifier: MIT
import Testing

@testable import Tracing

/// Back and forth: what is shown at a position depends on the position, not on the way there.
@Suite struct StepWalkTests {
    private static let traces: [(String, Trace)] = [
        ("chains", .chains), ("awaiting", .awaiting), ("queues only", .queuesOnly), ("threads", .threads),
    ]

    @Test(arguments: traces.map(\.0))
    func randomWalksComeToEqualStates(name: String) throws {
        let trace = try #require(Self.traces.first { $0.0 == name }?.1)
        // What applying the events one after the other from the first one gives.
        var states = [TraceState()]
        for (index, event) in trace.events.enumerated() {
            var state = states[index]
            state.apply(event, index: index)
            states.append(state)
        }
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = SmallRandom(state: seed)
            var model = StepModel(trace)
            for _ in 0..<200 {
                Self.goSomewhere(&model, &random)
                #expect(model.state == states[model.position], "seed \(seed)")
                guard model.pinnedThread == nil else { continue }
                var direct = StepModel(trace)
                direct.move(to: model.position)
                #expect(Self.picture(model) == Self.picture(direct), "seed \(seed)")
            }
        }
    }

    @Test func eachStepBackUndoesAStep() {
        for (name, trace) in Self.traces {
            var model = StepModel(trace)
            var pictures = [Self.picture(model)]
            while model.move(.into) == nil { pictures.append(Self.picture(model)) }
            #expect(pictures.count == model.stopCount, "\(name)")
            for picture in pictures.reversed().dropFirst() {
                #expect(model.move(.into, .backwards) == nil)
                #expect(Self.picture(model) == picture, "\(name)")
            }
            #expect(model.isAtStart)
        }
    }

    private static func picture(_ model: StepModel) -> [String] {
        StepScreen(model, StepView(), .init(columns: 100, rows: 30)).grid.lines
    }

    private static func goSomewhere(_ model: inout StepModel, _ random: inout SmallRandom) {
        let moves: [StepMove] = [
            .into, .into, .into, .over, .out, .event, .callback, .task, .mark, .end, .line(1 + random.below(7)),
            .text("a"),
        ]
        let number = random.below(moves.count + 5)
        switch number {
        case moves.count: _ = model.moveToCause()
        case moves.count + 1: _ = model.returnFromJump()
        case moves.count + 2: _ = model.move(toEvent: random.below(model.trace.events.count + 2))
        case moves.count + 3: _ = model.move(toOutput: random.below(5))
        case moves.count + 4: model.pinNext()
        default: _ = model.move(moves[number], random.below(2) == 0 ? .forwards : .backwards)
        }
    }
}

/// A small generator whose numbers are the same on every machine (Lehmer).
private struct SmallRandom {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state * 48_271 % 2_147_483_647
        return Int(state % UInt64(limit))
    }
}
