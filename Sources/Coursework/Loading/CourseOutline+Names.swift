// SPDX-License-Identifier: MIT
internal import YAMLFields

/// Why a name leads to nothing in a course.
public enum CourseNameProblem: Error, Hashable, Sendable {
    /// Nothing is called so; what is called nearly so, the nearest first.
    case unknown(String, nearest: [ContentID])
    /// Several things begin so.
    case ambiguous(String, [ContentID])
}

extension CourseOutline {
    /// Finds an exercise by what a person types.
    ///
    /// In this order: its name in the course, its number with or without a zero (`2.04`, `2.4`), the words of its name
    /// (`two-chains`), and the beginning of these where only one exercise begins so.
    public func exercise(named name: String) throws(CourseNameProblem) -> ContentID {
        try Self.find(name, among: exercises)
    }

    /// Finds a lesson by what a person types, as exercises are found.
    public func lesson(named name: String) throws(CourseNameProblem) -> ContentID {
        try Self.find(name, among: lessons)
    }

    private static func find(_ typed: String, among ids: [ContentID]) throws(CourseNameProblem) -> ContentID {
        let name = typed.lowercased()
        if let id = ids.first(where: { $0.description == name }) { return id }
        if let number = number(name) {
            guard let id = ids.first(where: { ($0.trackNumber, $0.itemNumber) == number }) else {
                throw .unknown(typed, nearest: ids.filter { $0.trackNumber == number.track }.prefix(3).map { $0 })
            }
            return id
        }
        let exact = ids.filter { $0.shortName == name || $0.item == name }
        if exact.count == 1 { return exact[0] }
        let matching = exact.isEmpty && !name.isEmpty ? ids.filter { isBeginning(name, of: $0) } : exact
        switch matching.count {
        case 0: throw .unknown(typed, nearest: nearest(to: name, among: ids))
        case 1: return matching[0]
        default: throw .ambiguous(typed, matching)
        }
    }

    private static func isBeginning(_ name: String, of id: ContentID) -> Bool {
        id.shortName.hasPrefix(name) || id.item.hasPrefix(name) || id.description.hasPrefix(name)
    }

    private static func number(_ name: String) -> (track: Int, item: Int)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy("0123456789".contains) }),
            let track = Int(parts[0]), let item = Int(parts[1])
        else { return nil }
        return (track, item)
    }

    private static func nearest(to name: String, among ids: [ContentID]) -> [ContentID] {
        var rest = ids
        var found: [ContentID] = []
        let short = String(name[(name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex)...])
        while found.count < 3 {
            let nearest =
                NearestName.nearest(to: name, among: rest.map(\.description))
                ?? NearestName.nearest(to: short, among: rest.flatMap { [$0.shortName, $0.item] })
            guard let nearest,
                let index = rest.firstIndex(where: { [$0.description, $0.shortName, $0.item].contains(nearest) })
            else { break }
            found.append(rest.remove(at: index))
        }
        return found
    }
}

extension Course {
    /// Finds an exercise by what a person types; see ``CourseOutline/exercise(named:)``.
    public func exercise(named name: String) throws(CourseNameProblem) -> Exercise {
        let id = try outline.exercise(named: name)
        guard let exercise = exercise(id) else { throw .unknown(name, nearest: []) }
        return exercise
    }

    /// Finds a lesson by what a person types; see ``CourseOutline/exercise(named:)``.
    public func lesson(named name: String) throws(CourseNameProblem) -> Lesson {
        let id = try outline.lesson(named: name)
        guard let lesson = lesson(id) else { throw .unknown(name, nearest: []) }
        return lesson
    }
}
