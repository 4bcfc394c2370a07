// SPDX-License-Identifier: MIT
public import YAMLFields

/// A piece of running text.
public enum MarkdownInline: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A piece of code.
    case code(String)
    /// Emphasized text.
    case emphasis([MarkdownInline])
    /// Strongly emphasized text.
    case strong([MarkdownInline])
    /// Struck out text.
    case strikethrough([MarkdownInline])
    /// A link; `CourseLink` says where one leads.
    case link(url: String, [MarkdownInline])
    /// The end of a line in the file; a space will do.
    case softBreak
    /// The end of a line that is wanted.
    case lineBreak

    /// The words alone; every kind of break becomes a space.
    public var plainText: String {
        switch self {
        case .text(let text), .code(let text): text
        case .emphasis(let children), .strong(let children), .strikethrough(let children), .link(_, let children):
            Self.plainText(children)
        case .softBreak, .lineBreak: " "
        }
    }

    /// The words of several pieces alone.
    public static func plainText(_ pieces: [MarkdownInline]) -> String {
        pieces.map(\.plainText).joined()
    }
}

/// A link in a text, and where it stands.
public struct MarkdownLink: Hashable, Sendable {
    /// Where it leads, as it is written.
    public let url: String
    /// Where it stands; its column is not known.
    public let place: TextPlace

    /// Names a link.
    public init(url: String, place: TextPlace) {
        self.url = url
        self.place = place
    }
}
