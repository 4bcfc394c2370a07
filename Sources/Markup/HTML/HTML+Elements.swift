// SPDX-License-Identifier: MIT

extension HTML {
    /// Attributes in order: names are a program's own, values are escaped.
    ///
    /// An empty value writes the name alone; one without a value is left out.
    public typealias Attributes = KeyValuePairs<StaticString, String?>

    /// Nothing.
    public static let empty = HTML(ownFile: "")

    /// An element around others.
    public static func element(_ name: StaticString, _ attributes: Attributes, _ content: [HTML]) -> HTML {
        var source = opening(name, attributes)
        for part in content { source += part.source }
        source += "</\(name)>"
        return HTML(ownFile: source)
    }

    /// An element around text, which is shown as it is.
    ///
    /// A line feed right after the beginning of `pre` would not be shown, so there is one before it.
    public static func element(_ name: StaticString, _ attributes: Attributes, _ text: String) -> HTML {
        let start = opening(name, attributes) + (text.hasPrefix("\n") ? "\n" : "")
        return HTML(ownFile: "\(start)\(escaped(text))</\(name)>")
    }

    /// An element without attributes around others.
    public static func element(_ name: StaticString, _ content: [HTML]) -> HTML {
        element(name, [:], content)
    }

    /// An element without attributes around text.
    public static func element(_ name: StaticString, _ text: String) -> HTML {
        element(name, [:], text)
    }

    /// A name from elsewhere, whose direction of writing leaves what stands around it alone.
    public static func name(_ text: String) -> HTML {
        element("bdi", text)
    }

    /// One after the other, each on a line of its own.
    public static func lines(_ parts: [HTML]) -> HTML {
        HTML(ownFile: parts.map { $0.source + "\n" }.joined())
    }

    /// One after the other, with text of a program's own between them.
    public static func joined(_ parts: [HTML], separator: StaticString = "") -> HTML {
        HTML(ownFile: parts.map(\.source).joined(separator: "\(separator)"))
    }

    /// Both, one right after the other.
    public static func + (first: HTML, second: HTML) -> HTML {
        HTML(ownFile: first.source + second.source)
    }

    static func opening(_ name: StaticString, _ attributes: Attributes) -> String {
        var source = "<\(name)"
        for (name, value) in attributes {
            guard let value else { continue }
            source += value.isEmpty ? " \(name)" : " \(name)=\"\(escaped(value))\""
        }
        return source + ">"
    }
}
