// SPDX-License-Identifier: MIT

/// The name of a lesson or an exercise within its course: a track and an item, each with the number it begins with.
///
/// `02-the-loop/04-two-chains`. The order of a course is the order of these names.
public struct ContentID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The directory of the track: `02-the-loop`.
    public let track: String
    /// The item in it, without a file's extension: `04-two-chains`.
    public let item: String

    /// Reads `track/item`; nil where either is no two digits, a hyphen, and lower-case words joined by hyphens.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.init(track: String(parts[0]), item: String(parts[1]))
    }

    /// Makes a name from its parts; nil where either is not of the form.
    public init?(track: String, item: String) {
        guard Self.isName(track), Self.isName(item) else { return nil }
        self.track = track
        self.item = item
    }

    /// The number of the track, from 0 to 99.
    public var trackNumber: Int { Self.number(of: track) }

    /// The number within the track, from 0 to 99.
    public var itemNumber: Int { Self.number(of: item) }

    /// The words after the item's number: `two-chains`.
    public var shortName: String { String(item.dropFirst(3)) }

    /// The whole name, as it is written in courses.
    public var description: String { "\(track)/\(item)" }

    /// Whether a text is a name of a track or of an item.
    public static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard bytes.count >= 4, digits ~= bytes[0], digits ~= bytes[1], bytes[2] == UInt8(ascii: "-") else {
            return false
        }
        return bytes[3...].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy { letters ~= $0 || digits ~= $0 }
        }
    }

    /// The order of a course.
    public static func < (first: ContentID, second: ContentID) -> Bool {
        (first.track, first.item) < (second.track, second.item)
    }

    private static func number(of name: String) -> Int {
        Int(name.prefix(2)) ?? 0
    }
}
