// SPDX-License-Identifier: MIT

/// A picture, drawn element by element, that becomes one self-contained SVG file.
///
/// Coordinates are whole pixels. How elements look is said by classes and the style sheet, so that a picture has a
/// light and a dark form.
public struct SVGDrawing: Sendable {
    private var body: [UInt8] = []
    private var depth = 1

    /// Makes an empty picture.
    public init() {}

    /// How many bytes have been drawn.
    public var byteCount: Int { body.count }

    // MARK: - Elements

    /// Begins a group; a title is what browsers show under the pointer and what screen readers say.
    public mutating func beginGroup(class name: String, title: String = "") {
        line("<g class=\"\(XMLText.escaped(name))\">")
        depth += 1
        if !title.isEmpty { line("<title>\(XMLText.escaped(title))</title>") }
    }

    /// Ends the group that was begun last.
    public mutating func endGroup() {
        depth -= 1
        line("</g>")
    }

    /// Draws a box.
    public mutating func rectangle(_ box: SVGBox, class name: String, radius: Int = 0) {
        let corners = radius > 0 ? " rx=\"\(radius)\"" : ""
        line(
            "<rect class=\"\(XMLText.escaped(name))\" x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" "
                + "height=\"\(box.height)\"\(corners)/>")
    }

    /// Draws any number of boxes that look the same, as one element: a picture of thousands of cells stays small.
    public mutating func boxes(_ boxes: [SVGBox], class name: String) {
        if boxes.isEmpty { return }
        var data = ""
        for box in boxes { data += "M\(box.x) \(box.y)h\(box.width)v\(box.height)h-\(box.width)z" }
        path(data, class: name)
    }

    /// Draws a dot.
    public mutating func dot(_ x: Int, _ y: Int, radius: Int, class name: String) {
        line("<circle class=\"\(XMLText.escaped(name))\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>")
    }

    /// Draws a straight line.
    public mutating func stroke(from start: SVGPoint, to end: SVGPoint, class name: String) {
        path("M\(start.x) \(start.y)L\(end.x) \(end.y)", class: name)
    }

    /// Draws a curve that leaves its start and reaches its end in the direction of the points between them.
    public mutating func curve(
        from start: SVGPoint, by first: SVGPoint, _ second: SVGPoint, to end: SVGPoint, class name: String
    ) {
        path("M\(start.x) \(start.y)C\(first.x) \(first.y) \(second.x) \(second.y) \(end.x) \(end.y)", class: name)
    }

    /// Writes a text, whose base line begins at the point.
    public mutating func text(_ text: String, at point: SVGPoint, class name: String) {
        line(
            "<text class=\"\(XMLText.escaped(name))\" x=\"\(point.x)\" y=\"\(point.y)\">\(XMLText.escaped(text))</text>"
        )
    }

    // MARK: - The file

    /// The file: the picture with its size, the words that stand for it, and its style sheet.
    ///
    /// The style sheet is the caller's own text and must not come from elsewhere. A line with the class "arrow" ends in
    /// an arrow head.
    public func document(width: Int, height: Int, title: String, description: String, style: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count + 2_048)
        let head = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title description">
              <title id="title">\(XMLText.escaped(title))</title>
              <desc id="description">\(XMLText.escaped(description))</desc>
              <style>
            \(style)
              </style>
              <defs>
                <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                  <path class="head" d="M0 0L8 4L0 8z"/>
                </marker>
              </defs>

            """
        result += Array(head.utf8)
        result += body
        result += Array("</svg>\n".utf8)
        return result
    }

    /// The picture as a part of a page, whose style sheet says how it looks.
    ///
    /// To a reader that does not see it, it is one image, which the attributes have to name (`aria-label`,
    /// `aria-labelledby`).
    public func inline(width: Int, height: Int, _ attributes: HTML.Attributes) -> HTML {
        let opening = HTML.opening("svg", attributes).dropLast()
        let size = "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
        return HTML(ownFile: "\(opening) role=\"img\" \(size)>\n\(String(decoding: body, as: UTF8.self))</svg>")
    }

    // MARK: - Inside

    private mutating func path(_ data: String, class name: String) {
        let end = name == "arrow" ? " marker-end=\"url(#head)\"" : ""
        line("<path class=\"\(XMLText.escaped(name))\" d=\"\(data)\"\(end)/>")
    }

    private mutating func line(_ text: String) {
        body.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        body.append(contentsOf: text.utf8)
        body.append(UInt8(ascii: "\n"))
    }
}

/// A point of a picture, in pixels from its upper left corner.
public struct SVGPoint: Equatable, Sendable {
    /// To the right.
    public var x: Int
    /// Downwards.
    public var y: Int

    /// Makes a point.
    public init(_ x: Int, _ y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of a picture, in pixels.
public struct SVGBox: Equatable, Sendable {
    /// Its left side.
    public var x: Int
    /// Its upper side.
    public var y: Int
    /// How wide it is.
    public var width: Int
    /// How high it is.
    public var height: Int

    /// Makes a rectangle.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}
