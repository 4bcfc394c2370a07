// SPDX-License-Identifier: MIT
internal import CYAML

/// Reads a YAML text into nodes, by libyaml's events.
///
/// A manifest needs neither anchors nor tags nor several documents, and a hostile one could make an explosion of them:
/// they are refused, and so is what is too deep or too large.
public struct YAMLReader<Problem: ReadingProblem>: ~Copyable {
    /// How deep values may lie in each other.
    public static var depthLimit: Int { 12 }
    /// How many values there may be.
    public static var valueLimit: Int { 20_000 }

    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let file: String
    private let lineOffset: Int
    private var values = 0

    /// The one document of a text; `lineOffset` lines of its file stand above it.
    ///
    /// Throws a `YAMLFault` as the module's problem, with the place in `file`.
    public static func read(_ text: String, file: String, lineOffset: Int = 0) throws(Problem) -> YAMLNode {
        var reader = YAMLReader(file: file, lineOffset: lineOffset)
        return try reader.document(text)
    }

    private init(file: String, lineOffset: Int) {
        self.file = file
        self.lineOffset = lineOffset
        precondition(yaml_parser_initialize(parser) == 1, "no memory for a YAML parser")
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    // The text has to stay where it is while the parser reads it, so all of the work is done in here.
    private mutating func document(_ text: String) throws(Problem) -> YAMLNode {
        var text = text
        text.makeContiguousUTF8()
        // A result instead of a rethrown error: the standard library's closure cannot throw a typed one.
        let result: Result<YAMLNode, Problem>? = text.utf8.withContiguousStorageIfAvailable { bytes in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
            do throws(Problem) {
                return .success(try document())
            } catch {
                return .failure(error)
            }
        }
        guard let result else { preconditionFailure("a string without its bytes") }
        return try result.get()
    }

    private mutating func document() throws(Problem) -> YAMLNode {
        var root: YAMLNode?
        while true {
            let event = try next()
            switch event.kind {
            case .streamEnd:
                guard let root else { throw problem(line: 1, column: 0, .empty) }
                return root
            case .documentStart where root != nil:
                throw problem(event, .severalDocuments)
            case .scalar, .sequenceStart, .mappingStart:
                root = try node(event, depth: 0)
            case .sequenceEnd, .mappingEnd, .documentStart, .other:
                continue
            }
        }
    }

    private mutating func node(_ event: Event, depth: Int) throws(Problem) -> YAMLNode {
        values += 1
        if depth >= Self.depthLimit { throw problem(event, .tooDeep(limit: Self.depthLimit)) }
        if values > Self.valueLimit { throw problem(event, .tooManyValues(limit: Self.valueLimit)) }
        let value: YAMLNode.Value
        switch event.kind {
        case .sequenceStart:
            var items: [YAMLNode] = []
            while true {
                let next = try next()
                if case .sequenceEnd = next.kind { break }
                items.append(try node(next, depth: depth + 1))
            }
            value = .sequence(items)
        case .mappingStart:
            value = .mapping(try entries(depth: depth + 1))
        case .scalar(let text, let style):
            value = .scalar(text, isPlain: style == .plain)
        case .sequenceEnd, .mappingEnd, .documentStart, .streamEnd, .other:
            preconditionFailure("libyaml gave \(event.kind) where a value begins")
        }
        let isBlock = if case .scalar(_, .block) = event.kind { true } else { false }
        return YAMLNode(
            value: value, line: event.line, column: event.column, textLine: event.line + (isBlock ? 1 : 0))
    }

    private mutating func entries(depth: Int) throws(Problem) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try next()
            if case .mappingEnd = event.kind { return entries }
            guard case .scalar(let key, _) = event.kind else { throw problem(event, .complexKey) }
            if let line = lines.updateValue(event.line, forKey: key) {
                throw problem(event, .duplicateKey(key, firstLine: line))
            }
            let value = try node(next(), depth: depth)
            entries.append(YAMLEntry(key: key, line: event.line, column: event.column, value: value))
        }
    }

    // MARK: - Events

    private enum Style {
        case plain
        case quoted
        case block
    }

    private struct Event {
        enum Kind {
            case scalar(String, Style)
            case sequenceStart
            case sequenceEnd
            case mappingStart
            case mappingEnd
            case documentStart
            case streamEnd
            case other
        }

        let kind: Kind
        let line: Int
        let column: Int
    }

    private func next() throws(Problem) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxProblem }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1 + lineOffset
        let column = Int(event.start_mark.column) + 1
        func made(_ kind: Event.Kind) -> Event { Event(kind: kind, line: line, column: column) }
        func refuse(_ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?) throws(Problem) {
            if anchor != nil { throw problem(made(.other), .anchor) }
            if tag != nil { throw problem(made(.other), .tag) }
        }
        switch event.type {
        case YAML_STREAM_END_EVENT: return made(.streamEnd)
        case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
        case YAML_ALIAS_EVENT: throw problem(made(.other), .anchor)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(scalar.anchor, scalar.tag)
            return made(.scalar(Self.text(scalar.value, scalar.length), Self.style(scalar.style)))
        case YAML_SEQUENCE_START_EVENT:
            try refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag)
            return made(.sequenceStart)
        case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
        case YAML_MAPPING_START_EVENT:
            try refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag)
            return made(.mappingStart)
        case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
        default: return made(.other)
        }
    }

    private static func text(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    private static func style(_ style: yaml_scalar_style_t) -> Style {
        switch style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
    }

    // MARK: - Problems

    private var syntaxProblem: Problem {
        let state = parser.pointee
        let words = state.problem.map { String(cString: $0) } ?? ""
        // What libyaml's reader refuses has an offset in bytes and no mark.
        let hasMark = state.error == YAML_SCANNER_ERROR || state.error == YAML_PARSER_ERROR
        let mark = hasMark ? state.problem_mark : state.mark
        let begin = hasMark && state.context != nil ? Int(state.context_mark.line) + 1 + lineOffset : nil
        return problem(
            line: Int(mark.line) + 1 + lineOffset, column: Int(mark.column) + 1,
            .syntax(words, begunOnLine: begin))
    }

    private func problem(_ event: Event, _ fault: YAMLFault) -> Problem {
        problem(line: event.line, column: event.column, fault)
    }

    private func problem(line: Int, column: Int, _ fault: YAMLFault) -> Problem {
        Problem(TextPlace(file: file, line: line, column: column), fault)
    }
}
