// SPDX-License-Identifier: MIT
import HostRuntime
import Results
import Scheduling
import Testing

@testable import Grading

/// What goes between the processes of the grader, whole, cut and thought up.
@Suite struct WireTests {
    static let reasons: [StopReason] = [
        .synchronousLoop, .microtaskStarvation, .timerStorm, .allocationBomb, .outputFlood, .runawayRecursion,
        .forbiddenCall, .exitedEarly(code: -1), .exitedEarly(code: .max), .neverSettled("the promise"), .deadlock,
        .crashed,
    ]

    static let failure = CheckResult.Failure(
        message: "ö", details: ["expected  1", ""], place: .init(file: "a.js", line: 3, column: 14),
        nanoseconds: .max, replayToken: "LL")

    static let answers: [CheckAnswer] =
        [
            .report(CheckReport(outcome: .passed, share: 1000)),
            .report(CheckReport(outcome: .failed(failure), share: 250, output: "a\nb\u{0}", timeline: ["0 ms", ""])),
            .report(CheckReport(outcome: .failed(.init(message: "")), share: 0)),
            .checks([]),
            .checks([
                ListedCheck(name: "a", milliPoints: 2_500),
                ListedCheck(name: "b", milliPoints: 0, needs: "a", isExtra: true, isHidden: true),
            ]),
            .badChecks("SyntaxError: no"),
        ] + reasons.map { .stopped($0) } + reasons.map { .report(CheckReport(outcome: .stopped($0), share: 0)) }

    static let task: CheckTask = {
        let job = CheckJob(
            submission: .init(path: "/s.js", text: "let a = 'ü'"), checks: .init(path: "/c.js", text: "check()"),
            entry: "a")
        var task = CheckTask(job: job, index: 300, workers: 8)
        task.budgets.outputBytes = 1
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
                #expect(try! CheckAnswer(answer.bytes[...]) == answer)
            }
            _ = try? ServerReply(bytes[...])
            _ = try? CheckTask(bytes[...])
        }
        #expect(readable > 100)
    }

    @Test(
        arguments: [
            // A share of more than everything; a length beyond the end, and one beyond all numbers.
            [0, 0, 0xE9, 0x07, 0, 0], [2, 0x7F, 1], [2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
            // Text that is no UTF-8; a flag that is neither; more checks than there are bytes.
            [2, 1, 0xFF], [1, 1, 0, 0, 2], [1, 0xFF, 0xFF, 0xFF, 0x7F],
        ] as [[UInt8]])
    func whatNoProcessSaysIsDamaged(bytes: [UInt8]) {
        #expect(throws: WireError.damaged) { try CheckAnswer(bytes[...]) }
    }
}
