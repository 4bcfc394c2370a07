// SPDX-License-Identifier: MIT

/// Where a link in a text of a course leads.
public enum CourseLink: Hashable, Sendable {
    /// To a lesson.
    case lesson(ContentID)
    /// To an exercise.
    case exercise(ContentID)
    /// To a page of the web.
    case web(String)

    /// Reads a link as it stands in a file, whose path from the course's directory is given; nil for any other.
    public init?(_ url: String, in file: String) {
        if url.hasPrefix("https://"), url.utf8.count > 8 {
            self = .web(url)
            return
        }
        guard !url.hasPrefix("/"), let path = Self.resolve(url, in: file) else { return nil }
        if path.count == 3, path[0] == "Lessons", path[2].hasSuffix(".md"),
            let id = ContentID(track: path[1], item: String(path[2].dropLast(3)))
        {
            self = .lesson(id)
        } else if path.count == 3, path[0] == "Exercises", let id = ContentID(track: path[1], item: path[2]) {
            self = .exercise(id)
        } else {
            return nil
        }
    }

    private static func resolve(_ url: String, in file: String) -> [String]? {
        var parts = file.split(separator: "/").dropLast().map { String($0) }
        for part in url.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        return parts
    }
}
