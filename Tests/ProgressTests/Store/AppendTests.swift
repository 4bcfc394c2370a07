// SPDX-License-Identifier: MIT
import CivilTime
import SQLStorage
import Testing

@testable import Progress

@Suite struct AppendTests {
    @Test func whatWasRecordedIsReadBackAsItWas() throws {
        let database = try TestDatabase()
        let attempts = Attempt.random(40, seed: 1)
        let store = try database.store(with: attempts)
        var read: [RecordedAttempt] = []
        try AttemptRow.forEachLink(in: store.connection) { (_, recorded) throws(ProgressError) in
            if let recorded { read.append(recorded) }
        }
        #expect(read.map(\.attempt) == attempts)
        #expect(read.map(\.id.number) == Array(1...40))
        #expect(Set(read.map(\.id.device)).count == 1)
        #expect(zip(read, read.dropFirst()).allSatisfy { $0.hash == $1.previous && $0.recorded <= $1.recorded })
    }

    @Test func anotherConnectionSeesItAtOnce() throws {
        let database = try TestDatabase()
        let writer = try database.store()
        let id = try writer.append(.sample())
        let reader = try database.store(.readOnly)
        #expect(try reader.attempts(at: "02-the-loop/04-two-chains", course: "async").map(\.id) == [id])
        #expect(try reader.summary(of: "02-the-loop/04-two-chains", course: "async")?.passes == 1)
    }

    private static let invalid: [(AttemptField, @Sendable (inout Attempt) -> Void)] = [
        (.name(""), { $0.course = "" }), (.name(""), { $0.exercise = "" }), (.name(""), { $0.concepts = [""] }),
        (.name(String(repeating: "x", count: 513)), { $0.variant = String(repeating: "x", count: 513) }),
        (.size, { $0.answer = String(repeating: "x", count: 1 << 20) }),
        (.points, { $0.points = Points(earned: 2, possible: 1) }),
        (.points, { $0.points = Points(earned: -1, possible: 1) }), (.count, { $0.hints = -1 }),
        (.count, { $0.duration = -1 }), (.time, { $0.ended = Timestamp(milliseconds: -1) }),
        (.time, { $0.started = Timestamp(milliseconds: .max) }), (.time, { $0.offset = 1_441 }),
    ]

    @Test(arguments: invalid.indices)
    func whatNoAttemptCanBeIsRefused(index: Int) throws {
        let database = try TestDatabase()
        let store = try database.store()
        var attempt = Attempt.sample()
        Self.invalid[index].1(&attempt)
        #expect(throws: ProgressError.invalidAttempt(Self.invalid[index].0)) { try store.append(attempt) }
        #expect(try store.attemptCount() == 0)
    }

    @Test func sumsAreThoseOfTheAttempts() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let database = try TestDatabase()
            let attempts = Attempt.random(120, seed: seed)
            let store = try database.store(with: attempts)
            #expect(try store.verify().damage == [])
            let summaries = try store.exerciseSummaries(course: "async")
            for summary in summaries {
                let own = attempts.filter { $0.course == "async" && $0.exercise == summary.exercise }
                #expect(summary.attempts == own.count)
                #expect(summary.passes == own.count { $0.verdict == .passed })
                #expect(summary.hints == own.map(\.hints).max())
                #expect(summary.duration == own.reduce(0) { $0 + $1.duration })
                #expect(summary.firstPassed == own.filter { $0.verdict == .passed }.map(\.ended).min())
                #expect(summary.lastVerdict == own.last?.verdict)
            }
            #expect(summaries.map(\.exercise) == Set(attempts.filter { $0.course == "async" }.map(\.exercise)).sorted())
            let days = try store.activity()
            #expect(days.map(\.day) == Set(attempts.map(\.day)).sorted())
            #expect(days.reduce(0) { $0 + $1.attempts } == 120)
        }
    }

    @Test func aCopyOfTheFileGoesOnAsAnotherDevice() throws {
        let (database, copy) = (try TestDatabase(), try TestDatabase())
        var store: ProgressStore? = try database.store(with: [.sample(), .sample()])
        let device = try store?.deviceHeads().first?.device
        store = nil
        try copy.write(database.bytes)
        let original = try database.store()
        let copied = try copy.store()
        #expect(try original.append(.sample()).device == device)
        let id = try copied.append(.sample("other"))
        #expect(id.device != device && id.number == 1)
        #expect(try original.merge(copied).added == 1)
        #expect(try original.verify() == Verification(devices: 2, attempts: 4, damage: []))
    }
}
