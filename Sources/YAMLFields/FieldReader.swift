// SPDX-License-Identifier: MIT

/// Reads the fields of one mapping by name and type, and collects what is wrong with them.
public struct FieldReader<Problem: ReadingProblem> {
    /// What is wrong so far.
    public private(set) var problems: [Problem] = []
    /// The file that the mapping stands in.
    public let file: String
    /// Where the mapping begins.
    public let place: TextPlace
    private let entries: [String: YAMLEntry]

    /// Opens a mapping; nil where the value is none.
    ///
    /// Fields that are not in `known` are problems.
    public init?(_ node: YAMLNode, file: String, known: [String]) {
        guard case .mapping(let list) = node.value else { return nil }
        self.file = file
        place = TextPlace(file: file, line: node.line, column: node.column)
        entries = Dictionary(list.map { ($0.key, $0) }) { first, _ in first }
        for entry in list where !known.contains(entry.key) {
            let nearest = NearestName.nearest(to: entry.key, among: known)
            fault(entry.key, .unknown(nearest: nearest, known: known), TextPlace(entry, in: file))
        }
    }

    /// Whether there is such a field.
    public func has(_ name: String) -> Bool { entries[name] != nil }

    /// The value of a field.
    public func node(_ name: String) -> YAMLNode? { entries[name]?.value }

    /// Where a field's name stands; where the mapping begins, if it is not there.
    public func place(of name: String) -> TextPlace {
        entries[name].map { TextPlace($0, in: file) } ?? place
    }

    /// Where a field's value begins.
    public func valuePlace(_ name: String) -> TextPlace {
        node(name).map { TextPlace($0, in: file) } ?? place(of: name)
    }

    /// Notes that something is wrong with a field.
    public mutating func fault(_ name: String, _ fault: FieldFault, _ place: TextPlace? = nil) {
        problems.append(Problem(place ?? self.place(of: name), field: name, fault))
    }

    /// Notes problems that were found elsewhere.
    public mutating func add(_ others: [Problem]) {
        problems += others
    }

    // MARK: - Values

    /// A field's value; a problem where it has to be there and is not.
    public mutating func value(_ name: String, isRequired: Bool = true) -> YAMLNode? {
        if let entry = entries[name] { return entry.value }
        if isRequired { fault(name, .missing) }
        return nil
    }

    /// A text that is not empty.
    public mutating func text(_ name: String, isRequired: Bool = true) -> String? {
        guard let node = value(name, isRequired: isRequired) else { return nil }
        guard case .scalar(let text, _) = node.value else {
            fault(name, .notA(.text), TextPlace(node, in: file))
            return nil
        }
        if text.isEmpty {
            fault(name, .empty, TextPlace(node, in: file))
            return nil
        }
        return text
    }

    /// A text of one line.
    public mutating func line(_ name: String, limit: Int = 72, isRequired: Bool = true) -> String? {
        guard let text = text(name, isRequired: isRequired) else { return nil }
        if text.contains("\n") {
            fault(name, .severalLines)
            return nil
        }
        if text.count > limit { fault(name, .tooLong(text.count, limit: limit)) }
        return text
    }

    /// A whole number within a range.
    public mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = value(name) else { return nil }
        let place = TextPlace(node, in: file)
        guard case .scalar(let text, isPlain: true) = node.value, let number = Int(text) else {
            fault(name, .notA(.number), place)
            return nil
        }
        if !range.contains(number) {
            fault(name, .outOfRange(number, range), place)
            return nil
        }
        return number
    }

    /// `true` or `false`; nil where the field is not there.
    public mutating func flag(_ name: String) -> Bool? {
        guard let node = value(name, isRequired: false) else { return nil }
        switch node.value {
        case .scalar("true", isPlain: true): return true
        case .scalar("false", isPlain: true): return false
        case .scalar, .sequence, .mapping:
            fault(name, .notA(.flag), TextPlace(node, in: file))
            return nil
        }
    }

    /// One of a few words.
    public mutating func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Word.Type, isRequired: Bool = true
    ) -> Word? {
        guard let text = text(name, isRequired: isRequired) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let nearest = NearestName.nearest(to: text, among: words)
        fault(name, .notOneOf(words, found: text, nearest: nearest), node(name).map { TextPlace($0, in: file) })
        return nil
    }

    /// The entries of a list; each problem of the list is noted.
    public mutating func items(
        _ name: String, count: ClosedRange<Int>, _ shape: FieldFault.Shape, isRequired: Bool = true
    ) -> [YAMLNode]? {
        guard let node = value(name, isRequired: isRequired) else { return nil }
        guard case .sequence(let items) = node.value else {
            fault(name, .notA(shape), TextPlace(node, in: file))
            return nil
        }
        if !count.contains(items.count) { fault(name, .count(items.count, count), TextPlace(node, in: file)) }
        return items
    }

    /// A list of texts, each with where it stands.
    public mutating func texts(
        _ name: String, count: ClosedRange<Int>, isRequired: Bool = true, mayBeEmpty: Bool = false
    ) -> [(text: String, place: TextPlace)]? {
        guard let items = items(name, count: count, .texts, isRequired: isRequired) else { return nil }
        var texts: [(text: String, place: TextPlace)] = []
        for item in items {
            let place = TextPlace(item, in: file)
            guard case .scalar(let text, let isPlain) = item.value else {
                fault(name, .notA(.texts), place)
                return nil
            }
            if text.isEmpty && (isPlain || !mayBeEmpty) { fault(name, .empty, place) }
            texts.append((text, place))
        }
        return texts
    }

    /// A list of different texts.
    public mutating func names(
        _ name: String, count: ClosedRange<Int>, isRequired: Bool = true
    ) -> [(text: String, place: TextPlace)]? {
        guard let texts = texts(name, count: count, isRequired: isRequired) else { return nil }
        var seen: Set<String> = []
        for (text, place) in texts where !seen.insert(text).inserted {
            fault(name, .repeated(text), place)
        }
        return texts
    }
}

extension TextPlace {
    /// Where a value begins.
    public init(_ node: YAMLNode, in file: String) {
        self.init(file: file, line: node.line, column: node.column)
    }

    /// Where a key stands.
    public init(_ entry: YAMLEntry, in file: String) {
        self.init(file: file, line: entry.line, column: entry.column)
    }
}
