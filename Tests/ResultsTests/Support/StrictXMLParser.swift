// SPDX-License-Identifier: MIT

/// An element of XML.
final class XMLElement {
    let name: String
    let attributes: [(name: String, value: String)]
    var children: [XMLElement] = []
    /// All text directly in it.
    var text = ""

    init(name: String, attributes: [(name: String, value: String)]) {
        self.name = name
        self.attributes = attributes
    }

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    func elements(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// A parser of XML 1.0 that takes what reports need and refuses everything that is not well-formed.
struct StrictXMLParser {
    struct Malformed: Error, CustomStringConvertible {
        var description: String
    }

    private var rest: Substring.UnicodeScalarView

    /// The root of a document, which has no document type, comments or sections of character data.
    static func parse(_ text: String) throws -> XMLElement {
        var parser = StrictXMLParser(rest: Substring(text).unicodeScalars)
        guard text.unicodeScalars.allSatisfy(isCharacter) else { throw Malformed(description: "character not of XML") }
        try parser.take("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let root = try parser.element()
        if parser.rest.contains(where: { $0 != "\n" }) { throw Malformed(description: "text after the root") }
        return root
    }

    // XML 1.0, production 2.
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private mutating func take(_ text: String) throws {
        guard rest.starts(with: text.unicodeScalars) else {
            throw Malformed(description: "expected \(text) before \(String(rest.prefix(60)))")
        }
        rest = rest.dropFirst(text.unicodeScalars.count)
    }

    private mutating func name() throws -> String {
        let name = rest.prefix { $0.properties.isAlphabetic || "-_.".unicodeScalars.contains($0) }
        if name.isEmpty { throw Malformed(description: "no name before \(String(rest.prefix(60)))") }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private mutating func element() throws -> XMLElement {
        try take("<")
        let name = try name()
        var attributes: [(name: String, value: String)] = []
        while rest.first == " " {
            try take(" ")
            let key = try self.name()
            if attributes.contains(where: { $0.name == key }) { throw Malformed(description: "\(key) twice") }
            try take("=\"")
            attributes.append((key, try text(until: "\"")))
            try take("\"")
        }
        let element = XMLElement(name: name, attributes: attributes)
        if rest.first == "/" {
            try take("/>")
            return element
        }
        try take(">")
        while true {
            element.text += try text(until: "<")
            if rest.dropFirst().first == "/" { break }
            element.children.append(try self.element())
        }
        try take("</\(name)>")
        return element
    }

    private mutating func text(until end: Unicode.Scalar) throws -> String {
        var text = ""
        while let scalar = rest.first, scalar != end {
            rest = rest.dropFirst()
            switch scalar {
            case "<": throw Malformed(description: "< in an attribute")
            case "&": text += try reference()
            case ">" where text.hasSuffix("]]"): throw Malformed(description: "]]> in text")
            default: text.unicodeScalars.append(scalar)
            }
        }
        if rest.isEmpty { throw Malformed(description: "no end") }
        return text
    }

    private mutating func reference() throws -> String {
        let known = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "#39;": "'", "#9;": "\t", "#10;": "\n"]
        for (name, text) in known where rest.starts(with: name.unicodeScalars) {
            rest = rest.dropFirst(name.unicodeScalars.count)
            return text
        }
        throw Malformed(description: "& before \(String(rest.prefix(10)))")
    }
}
