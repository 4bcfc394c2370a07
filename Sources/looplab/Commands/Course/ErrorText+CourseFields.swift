// SPDX-License-Identifier: MIT
internal import Coursework
internal import YAMLFields

// The words for what is wrong with the fields of a manifest.
extension ErrorText {
    static func text(of fault: FieldFault, field name: String) -> String {
        switch fault {
        case .unknown(let nearest, let known):
            "there is no field '\(name)'\(meant(nearest)); the fields are \(list(known))"
        case .missing: "the field '\(name)' is missing; add it"
        case .empty: "'\(name)' is empty; write its value, or quote it"
        case .notA(let shape): "'\(name)' has a value of another kind; write \(words(for: shape))"
        case .outOfRange(let number, let range):
            "'\(name)' cannot be \(number); give a whole number \(words(for: range))"
        case .count(let count, let range):
            "'\(name)' has \(count == 1 ? "1 entry" : "\(count) entries"); give \(words(for: range))"
        case .notOneOf(let words, let found, let nearest):
            "'\(name)' cannot be '\(found)'\(meant(nearest)); it is one of \(list(words))"
        case .severalLines: "'\(name)' has several lines; write it on one"
        case .tooLong(let count, let limit):
            "'\(name)' has \(count) characters; at most \(limit) fit, so shorten it"
        case .repeated(let text): "'\(text)' is in '\(name)' twice; remove one"
        case .notWith(let other): "'\(name)' has no place beside '\(other)'; remove one of them"
        case .oneOf(let names): "one of these fields is needed: \(list(names)); add it"
        case .newerFormat(let number, let known):
            "this is format \(number), and this looplab reads formats up to \(known); get a newer looplab"
        }
    }

    static func text(of fault: ValueFault, field name: String) -> String {
        switch fault {
        case .notATolerance(let text):
            "'\(name)' cannot be '\(text)'; give a distance as 0.5, or a part of the number as 5%"
        case .notWords(let text):
            "'\(text)' cannot be the '\(name)'; write lower-case words joined by hyphens, as async-javascript"
        case .notAnIdentifier(let text):
            "'\(text)' in '\(name)' is no name in JavaScript; use letters, digits, _ and $"
        }
    }

    private static func words(for shape: FieldFault.Shape) -> String {
        switch shape {
        case .text: "a text; quote it where it looks like a list or like fields"
        case .number: "a whole number, without quotation marks"
        case .flag: "true or false"
        case .texts: "a list of texts, as [one, two] or each behind a hyphen on a line of its own"
        case .mappings: "a list whose entries have fields, each behind a hyphen"
        case .mapping: "fields with texts, each on a line of its own below it"
        }
    }

    private static func words(for range: ClosedRange<Int>) -> String {
        if range.upperBound == .max { return "from \(range.lowerBound)" }
        return "from \(range.lowerBound) to \(range.upperBound)"
    }
}
