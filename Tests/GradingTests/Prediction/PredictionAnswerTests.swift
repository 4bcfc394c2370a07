// SPDX-License-Identifier: MIT
import Grading
import Testing

/// What people type and paste when they put lines in order.
@Suite struct PredictionAnswerTests {
    private static let words = PredictionLabels([["a", "c", "b", "d"]])
    private static let long = PredictionLabels([
        ["main is done", "timer, late", "job \"one\"", "timer went off"], ["main is done", "job \"one\""],
    ])

    @Test(arguments: [
        "a c b d", "a,c,b,d", "a, c, b, d", "acbd", "a\nc\nb\nd\n", "  a   c b\td ", "A C B D", "'a' \"c\" `b` d",
        "a -> c -> b -> d", "a → c → b → d", "a|c|b|d", "a > c > b > d", "[a, c, b, d]", "['a', 'c', 'b', 'd']",
        "1. a\n2. c\n3. b\n4. d", "1) a 2) c 3) b 4) d", "1: a\r\n2: c\r\n3: b\r\n4: d\r\n", "> a\n> c\n> b\n> d",
        "- a\n- c\n- b\n- d", "a; c; b; d", "\n\na\n\nc\n\n\nb\nd\n\n", "a c b d.", "(1) a (2) c (3) b (4) d",
        "line 1: a\nline 2: c\nline 3: b\nline 4: d", "$ a\n$ c\n$ b\n$ d", "a,\nc,\nb,\nd",
    ])
    func anOrderOfWordsIsReadInAnyForm(_ text: String) {
        let answer = PredictionAnswer(text, Self.words)
        #expect(answer.problems == [] && answer.lines == ["a", "c", "b", "d"], "\(answer)")
    }

    @Test(arguments: [
        "main is done\ntimer, late\njob \"one\"\ntimer went off",
        "main is done, timer, late, job \"one\", timer went off",
        "main, \"timer, late\", job, timer w", "MAIN; timer, l; Job; timer went",
        "1. main is done\n2. timer, late\n3. job \"one\"\n4. timer went off",
    ])
    func linesMayBeGivenThemselvesOrByTheirBeginning(_ text: String) {
        let answer = PredictionAnswer(text, Self.long)
        #expect(answer.problems == [], "\(answer)")
        #expect(answer.lines == ["main is done", "timer, late", "job \"one\"", "timer went off"])
    }

    @Test func lettersStandForLongLines() throws {
        #expect(Self.long.usesLetters && Self.long.labels.map(\.name) == ["A", "B", "C", "D"])
        let letters = ["main is done", "job \"one\""].map { line in
            Self.long.labels.first { $0.line == line }?.name ?? ""
        }
        for text in [letters.joined(), letters.joined(separator: " ").lowercased(), letters.joined(separator: ",")] {
            let answer = PredictionAnswer(text, Self.long)
            #expect(answer.problems == [] && answer.lines == ["main is done", "job \"one\""], "\(text): \(answer)")
        }
    }

    @Test(
        arguments: [
            ("", [.empty]), (" \n ", [.empty]),
            ("a c x d", [.unknown("x", nearest: nil)]),
            ("a c b", [.tooFew(count: 3, expected: 4...4, missing: ["d"])]),
            ("a c b d d", [.repeated(name: "d", times: 2, allowed: 1)]),
            ("a a c b", [.repeated(name: "a", times: 2, allowed: 1)]),
        ] as [(String, [PredictionAnswer.Problem])])
    func whatIsWrongIsNamed(_ text: String, _ problems: [PredictionAnswer.Problem]) {
        #expect(PredictionAnswer(text, Self.words).problems == problems)
    }

    @Test func theNearestNameIsOffered() {
        let labels = PredictionLabels([["timer", "immediate", "tick"]])
        #expect(
            PredictionAnswer("timr immediate tick", labels).problems
                == [.unknown("timr", nearest: "timer")])
        #expect(
            PredictionAnswer("ti immediate tick", labels).problems
                == [.ambiguous("ti", names: labels.labels.map(\.line).filter { $0.hasPrefix("ti") })])
    }

    @Test func aLineThatIsPrintedTwiceMayStandThereTwice() {
        let labels = PredictionLabels([["tick", "tock", "tick"]])
        #expect(labels.labels.count == 2 && labels.lengths == 3...3)
        #expect(PredictionAnswer("tick tock tick", labels).problems == [])
        #expect(
            PredictionAnswer("tick tick tick", labels).problems
                == [.repeated(name: "tick", times: 3, allowed: 2)])
        #expect(
            PredictionAnswer("tick tock", labels).problems
                == [.tooFew(count: 2, expected: 3...3, missing: ["tick"])])
    }

    @Test func numbersThatAreLinesAreNoNumbering() {
        let labels = PredictionLabels([["1", "2", "10"]])
        #expect(PredictionAnswer("10 1 2", labels).lines == ["10", "1", "2"])
        #expect(PredictionAnswer("1. 10\n2. 1\n3. 2", labels).lines == ["10", "1", "2"])
    }

    @Test func whereALineIsALetterNumbersStandForLines() {
        let labels = PredictionLabels([["A", "a long line"]])
        #expect(labels.labels.map(\.name) == ["1", "2"])
        #expect(PredictionAnswer("A, a long", labels).lines == ["A", "a long line"])
    }

    @Test func noArrangementThatIsShownIsRight() {
        for seed in 0..<200 as Range<UInt64> {
            let orders = [["a", "b", "c"], ["b", "a", "c"]]
            let shown = PredictionLabels(orders, seed: seed).labels.map(\.line)
            #expect(!orders.contains(shown) && shown.sorted() == ["a", "b", "c"])
        }
    }

    @Test func anEndlessPasteIsRefused() {
        let answer = PredictionAnswer(String(repeating: "no such line at all\n", count: 10_000), Self.words)
        #expect(!answer.problems.isEmpty)
    }
}
