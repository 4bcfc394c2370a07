// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import Reporting

/// Submissions that are alike: what is found, and what must not be.
@Suite struct SimilarityTests {
    private static let original = """
        // retries
        async function withRetry(fn, { maxAttempts = 3, baseDelayMs = 100 } = {}) {
          for (let attempt = 1; ; attempt += 1) {
            try { return await fn(attempt) } catch (error) {
              if (attempt >= maxAttempts) throw error
              await new Promise((resolve) => setTimeout(resolve, baseDelayMs * 2 ** (attempt - 1)))
            }
          }
        }
        """
    private static let renamed = """
        async function again(work, { most = 7, wait = 50 } = {}) {
            for (let n = 0;; n += 1) {
                try {
                    return await work(n); // here
                } catch (problem) {
                    if (n >= most) throw problem;
                    await new Promise((done) => setTimeout(done, wait * 3 ** (n - 2)));
                }
            }
        }
        """
    private static let other = """
        function withRetry(fn, options) {
          const { maxAttempts, baseDelayMs } = { maxAttempts: 3, baseDelayMs: 100, ...options }
          const step = (left, delay) => fn().catch((error) => {
            if (left === 0) return Promise.reject(error)
            return pause(delay).then(() => step(left - 1, delay + delay))
          })
          return step(maxAttempts - 1, baseDelayMs)
        }
        const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms) })
        """

    private func hints(_ programs: [(String, String)], starter: String? = nil) -> [SimilarityHint] {
        var comparison = SubmissionComparison()
        for (index, (learner, program)) in programs.enumerated() {
            comparison.add(learner: learner, moment: Int64(-index), hash: "\(index)", program: program)
        }
        return comparison.hints(exercise: "e", starter: starter)
    }

    @Test func namesNumbersSpacesAndCommentsDoNotHideACopy() {
        let found = hints([("ada", Self.original), ("jun", Self.other), ("tove", Self.renamed)])
        #expect(found.map(\.learners) == [["tove", "ada"]])
        #expect(found.first?.kind == .similar(share: 1_000))
        #expect(ProgramFingerprints.tokens(of: Self.original) == ProgramFingerprints.tokens(of: Self.renamed))
    }

    @Test func whatEverybodyWritesOrWasGivenIsNoSign() {
        #expect(hints([("ada", Self.original), ("tove", Self.renamed)], starter: Self.original).isEmpty)
        let class30 = (0..<30).map { ("learner-\($0)", $0 % 2 == 0 ? Self.original : Self.renamed) }
        #expect(hints(class30).isEmpty)
        #expect(hints([("ada", "const a = 1"), ("tove", "const b = 2")]).isEmpty)
    }

    @Test func equalBytesAreOneHint() {
        var comparison = SubmissionComparison()
        for (learner, hash) in [("ada", "x"), ("jun", "y"), ("tove", "x"), ("amara", "")] {
            comparison.add(learner: learner, moment: nil, hash: hash, program: nil)
        }
        let found = comparison.hints(exercise: "e", starter: nil)
        #expect(
            found == [SimilarityHint(exercise: "e", learners: ["ada", "tove"], kind: .sameFile, moments: [nil, nil])])
    }

    @Test func equalBytesAreNotSaidTwice() {
        var comparison = SubmissionComparison()
        for learner in ["ada", "jun"] {
            comparison.add(learner: learner, moment: nil, hash: "x", program: Self.original)
        }
        #expect(comparison.hints(exercise: "e", starter: nil).map(\.kind) == [.sameFile])
    }

    private static let words = ["(", ")", "+", "*", "x", "1", "'s'", ",", "&&", "||", "<", "==="]

    private static func program(_ count: Int, _ dice: inout SplitMix64) -> String {
        (0..<count).map { _ in words[Int.random(in: words.indices, using: &dice)] }.joined(separator: " ")
    }

    /// In how many programs a stretch may stand: an eighth of them, at least 4 and at most 24.
    @Test(arguments: [(8, 4), (16, 4), (40, 5), (240, 24)]) func whatManyHaveIsNoSign(learners: Int, most: Int) {
        var dice = SplitMix64(seed: 5)
        let shared = Self.program(200, &dice)
        for (holders, isSign) in [(most, true), (most + 1, false)] {
            var comparison = SubmissionComparison()
            for number in 0..<learners {
                let program = number < holders ? "\(shared) \(number)" : Self.program(200, &dice)
                comparison.add(learner: "\(number)", moment: nil, hash: "\(number)", program: program)
            }
            let hints = comparison.hints(exercise: "e", starter: nil)
            #expect(hints.count == (isSign ? holders * (holders - 1) / 2 : 0), "\(holders) of \(learners)")
        }
    }

    /// From four fifths of the rare fingerprints on two programs are alike.
    @Test(arguments: [(700, false), (900, true)]) func howMuchHasToBeAlike(shared: Int, isAlike: Bool) {
        var dice = SplitMix64(seed: 6)
        let stretch = Self.program(shared, &dice)
        let programs = ["ada", "jun"].map { ($0, "\(stretch) \(Self.program(1_000 - shared, &dice))") }
        let found = hints(programs)
        #expect(found.count == (isAlike ? 1 : 0))
        for hint in found {
            guard case .similar(let share) = hint.kind else { continue }
            #expect(abs(share - shared) < 40)
        }
    }

    /// Any stretch that two programs share and that is long enough has a fingerprint in common, wherever it stands.
    @Test(arguments: 1...20) func aSharedStretchIsAlwaysFound(seed: UInt64) {
        var dice = SplitMix64(seed: seed)
        func program(_ count: Int) -> String { Self.program(count, &dice) }
        let shared = program(ProgramFingerprints.length + ProgramFingerprints.window - 1)
        let first = Set(ProgramFingerprints.of("\(program(31))\n\(shared)\n\(program(8))"))
        let second = ProgramFingerprints.of("\(program(5))\n\(shared)\n\(program(44))")
        #expect(!first.isDisjoint(with: second))
    }
}
