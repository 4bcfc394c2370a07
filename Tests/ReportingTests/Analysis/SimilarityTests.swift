// SPDX-License-Identifier: MIT
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

    /// Any stretch that two programs share and that is long enough has a fingerprint in common, wherever it stands.
    @Test(arguments: 1...20) func aSharedStretchIsAlwaysFound(seed: UInt64) {
        var dice = Dice(seed)
        let words = ["(", ")", "+", "*", "x", "1", "'s'", ",", "&&", "||", "<", "==="]
        func program(_ count: Int) -> String {
            (0..<count).map { _ in words[Int.random(in: words.indices, using: &dice)] }.joined(separator: " ")
        }
        let shared = program(ProgramFingerprints.length + ProgramFingerprints.window - 1)
        let first = Set(ProgramFingerprints.of("\(program(31))\n\(shared)\n\(program(8))"))
        let second = ProgramFingerprints.of("\(program(5))\n\(shared)\n\(program(44))")
        #expect(!first.isDisjoint(with: second))
    }
}
