// SPDX-License-Identifier: MIT

/// Where a function stands: from the line that declares it to its closing brace.
struct FunctionSpan: Equatable {
    /// Its first line, counted from 1.
    var firstLine: Int
    /// The line of its closing brace.
    var lastLine: Int

    /// How many lines it has.
    var length: Int { lastLine - firstLine + 1 }

    /// The functions of a file, computed properties and closures in stored ones included; what is nested in one
    /// belongs to it.
    static func all(in source: String, _ language: SourceLanguage) -> [FunctionSpan] {
        var finder = FunctionFinder(MaskedSource(source, language).scalars, language)
        finder.run()
        return finder.spans
    }
}

/// Tells the blocks of a masked text apart by what stands before their opening brace.
private struct FunctionFinder {
    private enum Block {
        /// A type, a namespace, an object or a statement: functions may stand in it.
        case container
        /// A function, from its first line.
        case function(firstLine: Int)
        /// Inside a function, or data.
        case inner
    }

    /// A block that is open, and where its surroundings stood when it began.
    private struct OpenBlock {
        var kind: Block
        var headStart: Int
        var parentheses: Int
    }

    private(set) var spans: [FunctionSpan] = []
    private let scalars: [Unicode.Scalar]
    private let language: SourceLanguage
    private var blocks: [OpenBlock] = []
    private var headStart = 0
    private var parentheses = 0
    private var line = 1

    init(_ scalars: [Unicode.Scalar], _ language: SourceLanguage) {
        self.scalars = scalars
        self.language = language
    }

    mutating func run() {
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n": line += 1
            case "(": parentheses += 1
            case ")": parentheses -= 1
            case ";": headStart = index + 1
            case "{": open(at: index)
            case "}": close(at: index)
            default: break
            }
        }
    }

    private mutating func open(at index: Int) {
        let kind = block(head: scalars[headStart..<index])
        blocks.append(OpenBlock(kind: kind, headStart: headStart, parentheses: parentheses))
        headStart = index + 1
        parentheses = 0
    }

    private mutating func close(at index: Int) {
        headStart = index + 1
        guard let block = blocks.popLast() else { return }
        if case .function(let firstLine) = block.kind {
            spans.append(FunctionSpan(firstLine: firstLine, lastLine: line))
        }
        parentheses = block.parentheses
        // A block among parameters, such as a default value, does not end the declaration around it.
        if parentheses > 0 { headStart = block.headStart }
    }

    private func block(head: ArraySlice<Unicode.Scalar>) -> Block {
        switch blocks.last?.kind {
        case .function, .inner: return .inner
        case .container, nil: break
        }
        switch language {
        case .swift: return swiftBlock(head)
        case .c: return cBlock(head)
        case .javaScript: return javaScriptBlock(head)
        }
    }

    private func swiftBlock(_ head: ArraySlice<Unicode.Scalar>) -> Block {
        let words = Self.words(of: head)
        let keywords = Self.swiftTypes.union(Self.swiftMembers)
        guard let keyword = words.last(where: { keywords.contains($0.text) }) else { return .function(firstLine: line) }
        if Self.swiftTypes.contains(keyword.text) { return .container }
        return .function(firstLine: line - scalars[keyword.start..<head.endIndex].count(where: { $0 == "\n" }))
    }

    private func cBlock(_ head: ArraySlice<Unicode.Scalar>) -> Block {
        if head.last(where: { !$0.isBlank }) == "=" { return .inner }
        if let keyword = Self.words(of: head).last(where: { Self.cContainers.contains($0.text) }),
            !scalars[keyword.start..<head.endIndex].contains("(")
        {
            return .container
        }
        return .function(firstLine: firstLine(of: head))
    }

    private func javaScriptBlock(_ head: ArraySlice<Unicode.Scalar>) -> Block {
        guard let last = head.lastIndex(where: { !$0.isBlank }) else { return .container }
        if scalars[last] == ">" && last > head.startIndex && scalars[last - 1] == "=" {
            return .function(firstLine: firstLine(of: head))
        }
        guard scalars[last] == ")", let open = openingParenthesis(of: last, in: head) else { return .container }
        let word = Self.words(of: scalars[head.startIndex..<open]).last?.text ?? ""
        return Self.javaScriptStatements.contains(word) ? .container : .function(firstLine: firstLine(of: head))
    }

    private func openingParenthesis(of close: Int, in head: ArraySlice<Unicode.Scalar>) -> Int? {
        var depth = 0
        for index in stride(from: close, through: head.startIndex, by: -1) {
            if scalars[index] == ")" { depth += 1 }
            if scalars[index] == "(" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// The line after the last one in front that is empty, a comment, a directive or punctuation.
    private func firstLine(of head: ArraySlice<Unicode.Scalar>) -> Int {
        let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
        let nearest = lines.reversed().prefix { line in
            let first = line.first { !$0.isBlank }
            return first != nil && first != "#"
        }
        let declaration = nearest.reversed().drop { !$0.contains(where: \.isWordPart) }
        return line - max(declaration.count - 1, 0)
    }

    private static func words(of head: ArraySlice<Unicode.Scalar>) -> [(text: String, start: Int)] {
        head.indices.split { !head[$0].isWordPart }.compactMap { run in
            guard let start = run.first, let end = run.last else { return nil }
            return (MaskedSource.text(head[start...end]), start)
        }
    }

    private static let swiftTypes: Set<String> = ["struct", "class", "enum", "extension", "protocol", "actor"]
    private static let swiftMembers: Set<String> = ["func", "init", "deinit", "subscript", "var", "let"]
    private static let cContainers: Set<String> = ["namespace", "struct", "class", "union", "enum", "extern"]
    private static let javaScriptStatements: Set<String> = ["if", "for", "while", "switch", "catch", "with", "await"]
}
