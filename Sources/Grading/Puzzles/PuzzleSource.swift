// SPDX-License-Identifier: MIT

/// Writes a generated program as a person would: two spaces, no semicolons, short callbacks on one row.
struct PuzzleSource {
    /// The source text, with a line feed at its end.
    private(set) var text = ""

    /// Rows are broken where they would be longer.
    private static let longestRow = 76

    /// Writes a program.
    init(_ statements: [PuzzleStatement]) {
        let rows = Self.block(statements, 0)
        if rows.contains(where: { $0.contains("stat('.'") }) { text = "const { stat } = require('node:fs')\n\n" }
        text += rows.joined(separator: "\n") + "\n"
    }

    // MARK: - Statements

    private static func block(_ statements: [PuzzleStatement], _ depth: Int) -> [String] {
        var rows: [String] = []
        for (place, statement) in statements.enumerated() {
            let own = Self.rows(statement, depth)
            // Functions stand by themselves, and so does what is declared.
            if place > 0, statement.isDeclaration || statements[place - 1].isDeclaration,
                statement.isFunction || statements[place - 1].isFunction || !statement.isDeclaration
            {
                rows.append("")
            }
            rows += own
        }
        return rows
    }

    private static func rows(_ statement: PuzzleStatement, _ depth: Int) -> [String] {
        switch statement {
        case .log(let line): return [indent(depth) + log(line)]
        case .timer(let body, let delay): return call("setTimeout", body, depth, behind: ", \(delay)")
        case .immediate(let body): return call("setImmediate", body, depth)
        case .tick(let body): return call("process.nextTick", body, depth)
        case .microtask(let body): return call("queueMicrotask", body, depth)
        case .poll(let body): return call("stat", body, depth, before: "'.', ")
        case .chain(let promise, let links): return chain(promise, links, depth)
        case .asyncFunction(let name, let body):
            return [indent(depth) + "async function \(name)() {"] + block(body, depth + 1) + [indent(depth) + "}"]
        case .call(let name): return [indent(depth) + "\(name)()"]
        case .await(let promise):
            var rows = expression(promise, depth)
            rows[0] = indent(depth) + "await " + rows[0]
            return rows
        case .deferred(let name):
            return [
                indent(depth) + "let \(opener(name))",
                indent(depth) + "const \(name) = new Promise((resolve) => { \(opener(name)) = resolve })",
            ]
        case .settle(let name): return [indent(depth) + "\(opener(name))()"]
        }
    }

    /// What the function is called that settles a promise of a name.
    private static func opener(_ name: String) -> String {
        "open" + name.prefix(1).uppercased() + name.dropFirst()
    }

    private static func log(_ line: String) -> String { "console.log('\(line)')" }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    // A call with a callback; its rows are indented.
    private static func call(
        _ name: String, _ body: [PuzzleStatement], _ depth: Int, before: String = "", behind: String = ""
    ) -> [String] {
        var rows = function(body, depth)
        rows[0] = indent(depth) + "\(name)(\(before)\(rows[0])"
        rows[rows.count - 1] += "\(behind))"
        return rows
    }

    /// A function without parameters; the first row is not indented.
    private static func function(
        _ body: [PuzzleStatement], _ depth: Int, head: String = "() =>", returning promise: PuzzlePromise? = nil
    ) -> [String] {
        if body.isEmpty, let promise, case let rows = expression(promise, depth), rows.count == 1 {
            return ["\(head) \(rows[0])"]
        }
        if promise == nil, body.count == 1, body[0].isShort { return ["\(head) \(rows(body[0], 0)[0])"] }
        var rows = ["\(head) {"] + block(body, depth + 1)
        if let promise {
            let returned = expression(promise, depth + 1)
            rows += [indent(depth + 1) + "return " + returned[0]] + returned.dropFirst()
        }
        return rows + [indent(depth) + "}"]
    }

    /// How long a row will be at most once its lines have names.
    private static func width(_ row: String) -> Int {
        row.count + row.count { $0 == "?" } * (PuzzleDraft.longestName - PuzzleComposer.blank.count)
    }

    // MARK: - Promises

    private static func chain(_ promise: PuzzlePromise, _ links: [PuzzleLink], _ depth: Int) -> [String] {
        let head = expression(promise, depth)
        let short = links.map { link(link: $0, depth) }
        if head.count == 1, short.allSatisfy({ $0.count == 1 }) {
            let row = indent(depth) + head[0] + short.joined().joined()
            if width(row) <= longestRow { return [row] }
        }
        var rows = head
        rows[0] = indent(depth) + rows[0]
        if links.count == 1, width(rows[rows.count - 1] + short[0][0]) <= longestRow {
            rows[rows.count - 1] += short[0][0]
            return rows + short[0].dropFirst()
        }
        for link in links {
            let own = Self.link(link: link, depth + 1)
            rows += [indent(depth + 1) + own[0]] + own.dropFirst()
        }
        return rows
    }

    private static func link(link: PuzzleLink, _ depth: Int) -> [String] {
        let (name, head, body, promise): (String, String, [PuzzleStatement], PuzzlePromise?) =
            switch link {
            case .then(let body): ("then", "() =>", body, nil)
            case .thenReturning(let body, let promise): ("then", "() =>", body, promise)
            case .catch(let body): ("catch", "() =>", body, nil)
            case .finally(let body): ("finally", "() =>", body, nil)
            }
        var rows = function(body, depth, head: head, returning: promise)
        rows[0] = ".\(name)(\(rows[0])"
        rows[rows.count - 1] += ")"
        return rows
    }

    /// An expression; its first row is not indented.
    private static func expression(_ promise: PuzzlePromise, _ depth: Int) -> [String] {
        switch promise {
        case .value: return ["null"]
        case .resolved: return ["Promise.resolve()"]
        case .rejected: return ["Promise.reject(new Error('no'))"]
        case .call(let name): return ["\(name)()"]
        case .named(let name): return [name]
        case .executor(let body, let after):
            var rows = ["new Promise((resolve) => {"] + block(body, depth + 1)
            rows += [indent(depth + 1) + "resolve()"] + block(after, depth + 1)
            return rows + [indent(depth) + "})"]
        case .thenable(let body):
            return ["{"]
                + [indent(depth + 1) + "then(resolve) {"] + block(body, depth + 2)
                + [indent(depth + 2) + "resolve()", indent(depth + 1) + "},", indent(depth) + "}"]
        case .later(let body):
            var rows = function(body, depth)
            rows[0] = "Promise.resolve().then(" + rows[0]
            rows[rows.count - 1] += ")"
            return rows
        case .combined(let combinator, let promises):
            let parts = promises.map { expression($0, depth + 1) }
            if parts.allSatisfy({ $0.count == 1 }), case let row = parts.joined().joined(separator: ", "),
                width(row) < longestRow - 24
            {
                return ["Promise.\(combinator.rawValue)([\(row)])"]
            }
            var rows = ["Promise.\(combinator.rawValue)(["]
            for var part in parts {
                part[0] = indent(depth + 1) + part[0]
                part[part.count - 1] += ","
                rows += part
            }
            return rows + [indent(depth) + "])"]
        }
    }
}

extension PuzzleStatement {
    fileprivate var isFunction: Bool {
        if case .asyncFunction = self { true } else { false }
    }

    fileprivate var isDeclaration: Bool {
        if case .deferred = self { true } else { isFunction }
    }

    /// Whether it stands behind an arrow without braces.
    fileprivate var isShort: Bool {
        switch self {
        case .log, .call, .settle: true
        default: false
        }
    }
}
