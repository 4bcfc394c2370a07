// SPDX-License-Identifier: MIT
import CivilTime
import Foundation
import Results
import Scheduling
import Testing

@testable import Gradebook

/// Merging gradebooks that nobody has thought of: it is the union, whatever the order.
@Suite struct RandomMergeTests {
    private static let learners = ["ada", "bob", "Zoë", "Zoe\u{308}", "דנה", "山田", "a.king"]
    private static let exercises = ["04-promises/01-delay", "04-promises/02-race"]

    /// Writes something into a gradebook, often what another has too.
    private static func write(_ random: inout SplitMix64, to store: GradebookStore) throws {
        let learner = learners.randomElement(using: &random) ?? ""
        let exercise = exercises.randomElement(using: &random) ?? ""
        let time = Timestamp(milliseconds: Int64.random(in: 0..<6, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let kinds: [Decision.Kind] = [.excused, .withdrawn, .points(Points(thousandths: 4_000)), .points(.zero)]
            try store.record(
                Decision(
                    learner: learner, exercise: exercise, kind: kinds.randomElement(using: &random) ?? .excused,
                    reason: ["ill", "shown in class"].randomElement(using: &random) ?? "", author: "the lecturer",
                    decided: time))
        case 1:
            let other = learners.randomElement(using: &random) ?? ""
            try store.record([
                Enrolment(
                    learner: learner, section: ["monday", nil].randomElement(using: &random) ?? nil,
                    rosterIDs: other == learner ? [] : ["name=\(other)"], isActive: Bool.random(using: &random),
                    decided: time)
            ])
        default:
            for _ in 0..<3 {
                try store.record(
                    .sample(
                        learner, exercise, checks: ["pp", "pf", "fp", "pe"].randomElement(using: &random) ?? "",
                        submission: "s\(Int.random(in: 0..<3, using: &random))",
                        at: Int64.random(in: 0..<3, using: &random), path: "\(learner).js",
                        version: ["e1", "e2"].randomElement(using: &random) ?? ""))
            }
            try store.commit()
        }
    }

    /// Gradebooks of which some began as copies of others, or have merged others before.
    private static func books(_ random: inout SplitMix64) throws -> [TestGradebook] {
        var books: [TestGradebook] = []
        for _ in 0..<4 {
            let book = try TestGradebook()
            if let other = books.randomElement(using: &random), Bool.random(using: &random) {
                if Bool.random(using: &random) {
                    try FileManager.default.copyItem(atPath: other.path, toPath: book.path)
                } else {
                    _ = try book.store().merge(try other.store(.readOnly))
                }
            }
            let store = try book.store()
            for _ in 0..<Int.random(in: 1..<8, using: &random) { try write(&random, to: store) }
            books.append(book)
        }
        return books
    }

    /// What counts: scores' sources, who somebody is, what was decided, and the log.
    ///
    /// In bytes, since texts are equal whichever of two spellings of a name they have.
    private static func meaning(_ book: TestGradebook) throws -> [[UInt8]] {
        let store = try book.store(.readOnly)
        #expect(try store.verify().damage == [])
        let names = try store.names()
        #expect(names.learners.allSatisfy { names.learner($0) == $0 })
        var lines = try book.content() + names.learners
        try store.forEachAttempt { (learner, exercise, attempt) throws(GradebookError) in
            lines.append("\(learner) \(exercise) \(attempt)")
        }
        lines += try store.overrides(names).map { "\($0)" }.sorted()
        return lines.map { Array($0.utf8) }
    }

    private static func union(_ books: [TestGradebook], _ order: [Int], at once: Bool) throws -> [[UInt8]] {
        let book = try TestGradebook()
        let store = try book.store()
        let others = try order.map { try books[$0].store(.readOnly) }
        if once {
            _ = try store.merge(others)
        } else {
            for other in others { _ = try store.merge(other) }
        }
        return try meaning(book)
    }

    @Test(arguments: 1...10)
    func theUnionDoesNotDependOnTheOrder(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let books = try Self.books(&random)
        let wanted = try Self.union(books, [0, 1, 2, 3], at: false)
        for once in [false, true] {
            var order = Array(books.indices) + [Int.random(in: 0..<4, using: &random)]
            order.shuffle(using: &random)
            #expect(try Self.union(books, order, at: once) == wanted)
        }
        // (0 + 1) + (2 + 3), and each into one of its parts.
        for (into, from) in [(0, 1), (2, 3), (0, 2)] {
            _ = try books[into].store().merge(try books[from].store(.readOnly))
        }
        #expect(try Self.meaning(books[0]) == wanted)
        #expect(try books[0].store().merge(try books[0].store(.readOnly)).added == 0)
    }
}
