// SPDX-License-Identifier: MIT
import Testing
import Tracing

/// Every rule is in the catalogue, in words that people can read.
@Suite struct RuleTests {
    @Test(arguments: Rule.allCases)
    func isInTheCatalogue(_ rule: Rule) {
        #expect(rule.sentence != rule.rawValue && rule.sentence.hasSuffix("."), "\(rule.sentence)")
        #expect(rule.title.count <= 32, "\(rule.title)")
        #expect(!rule.source.isEmpty)
        #expect(rule.lesson.contains(/^[1-9]\.\d+ [A-Za-z]/), "\(rule.lesson)")
    }
}

/// What a person writes down as a prediction is read kindly.
@Suite struct PredictionTests {
    @Test(
        arguments: [
            ("a,b,c", ["a", "b", "c"]), (" a , b,c ", ["a", "b", "c"]), ("'a',\"b\",c", ["a", "b", "c"]),
            ("a b c", ["a", "b", "c"]), ("abc", ["a", "b", "c"]), ("a\nb\nc", ["a", "b", "c"]),
            ("a", ["a"]), ("", []), (" ", []), ("x y", ["x y"]), ("\"one, two\",a", ["one, two", "a"]),
            ("\"say \"\"hi\"\"\",a", ["say \"hi\"", "a"]),
        ] as [(String, [String])])
    func isRead(text: String, lines: [String]) {
        #expect(Prediction(text, actual: ["a", "b", "c"]).lines == lines)
    }
}
