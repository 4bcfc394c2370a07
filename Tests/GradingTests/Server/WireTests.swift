// SPDX-License-Identifier: MIT
import HostRuntime
import Results
import Scheduling
import Testing

@testable import Grading

/// What goes between the processes of the grader, whole, cut and thought up.
@Suite struct WireTests {
    static let stops: [CheckStop] = [
        .neverSettled, .runawayRecursion, .jobs, .turns, .output, .memory, .time, .deadlock, .exited(code: -1),
        .exited(code: .max), .signal(15),
    ]

    static let ending: CheckEnding = {
        var ending = CheckEnding()
        ending.message = "ö"
        ending.details = ["expected  1", ""]
        ending.place = "a.js:3:14"
        ending.nanoseconds = .max
        ending.credit = 250
        ending.timeline = ["0 ms", ""]
        ending.output = "a\nb\u{0}"
        ending.choices = [
            Choice(point: .completionOrder, taken: 1, alternatives: 3),
            Choice(point: .scriptedLatency, taken: 300, alternatives: .max),
        ]
        return ending
    }()

    static let answers: [CheckAnswer] =
        [
            .ending(CheckEnding()), .ending(ending), .checks([]),
            .checks([
                CheckDescription(name: "a", milliPoints: 2_500),
                CheckDescription(
                    name: "b", milliPoints: 0, needs: "a", isHidden: true, isExtra: true, orders: 3),
            ]),
            .badChecks("SyntaxError: no"),
        ]
        + stops.map { stop in
            var ending = CheckEnding()
            ending.stop = stop
            return .ending(ending)
        }

    static let task: CheckTask = {
        let job = CheckJob(
            submission: .init(path: "/s.js", text: "let a = 'ü'"), checks: .init(path: "/c.js", text: "check()"),
            entry: "a")
        var task = CheckTask(job: job, index: 300)
        task.schedule.workers = 8
        task.schedule.budgets.outputBytes = 1
        task.schedule.plan = ChoicePlan(choices: [0, 300], seed: .max, variesDurations: true)
        return task
    }()

    static let replies: [ServerReply] = [
        ServerReply(ending: .left(code: 0), answer: [CheckAnswer.readyMark, 1, 2]),
        ServerReply(ending: .died(signal: 31), usedMuchMemory: true, processorTime: .max),
        ServerReply(ending: .timedOut), ServerReply(ending: .flooded), ServerReply(ending: .neverBegan(errno: 11)),
    ]

    @Test func whatIsWrittenIsRead() throws {
        for answer in Self.answers { #expect(try CheckAnswer(answer.bytes[...]) == answer) }
        for reply in Self.replies { #expect(try ServerReply(reply.bytes[...]) == reply) }
        var task = Self.task
        #expect(try CheckTask(task.bytes[...]) == task)
        task.index = nil
        #expect(try CheckTask(task.bytes[...]) == task)
    }

    @Test func whatIsCutOrGoesOnIsDamaged() {
        let messages = Self.answers.map(\.bytes)
        for bytes in messages {
            for count in bytes.indices {
                #expect(throws: WireError.damaged) { try CheckAnswer(bytes[..<count]) }
            }
            #expect(throws: WireError.damaged) { try CheckAnswer((bytes + [0])[...]) }
        }
        for bytes in Self.replies.map(\.bytes) {
            for count in bytes.indices {
                #expect(throws: WireError.damaged) { try ServerReply(bytes[..<count]) }
            }
        }
        let bytes = Self.task.bytes
        for count in bytes.indices {
            #expect(throws: WireError.damaged) { try CheckTask(bytes[..<count]) }
        }
    }

    @Test func anyBytesAreReadWithoutHarm() {
        var random = SplitMix64(seed: 6)
        var readable = 0
        for round in 0..<20_000 {
            // Half of them are answers with a few bytes changed.
            var bytes = round % 2 == 0 ? [] : Self.answers[round % Self.answers.count].bytes
            let count = Int(random.next() % 40)
            if bytes.isEmpty { bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) } }
            for _ in 0..<(random.next() % 3) where !bytes.isEmpty {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            if let answer = try? CheckAnswer(bytes[...]) {
                readable += 1
                #expect((try? CheckAnswer(answer.bytes[...])) == answer)
            }
            _ = try? ServerReply(bytes[...])
            _ = try? CheckTask(bytes[...])
        }
        #expect(readable > 100)
    }

    @Test(
        arguments: [
            // More credit than there is; a point at which nothing is open.
            [0, 0, 0, 0, 0, 0, 0xE9, 0x07, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x63, 0, 0],
            // A length beyond the end, and one beyond all numbers; text that is no UTF-8; no kind of answer.
            [2, 0x7F, 1], [2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [2, 1, 0xFF], [3],
            // A flag that is neither; more checks than there are bytes; more points than can be added up.
            [1, 1, 0, 0, 2, 0, 0, 0], [1, 0xFF, 0xFF, 0xFF, 0x7F], [1, 1, 0, 0x81, 0x94, 0xEB, 0xDC, 0x03, 0, 0, 0, 0],
        ] as [[UInt8]])
    func whatNoProcessSaysIsDamaged(bytes: [UInt8]) {
        #expect(throws: WireError.damaged) { try CheckAnswer(bytes[...]) }
    }
}
