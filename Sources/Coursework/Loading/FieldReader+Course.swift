// SPDX-License-Identifier: MIT
internal import YAMLFields

// What several manifests have in common.
extension FieldReader {
    /// A key of a mapping of texts, with its value.
    struct Pair {
        let key: String
        let value: String
        let place: TextPlace
    }

    /// The version of the format: every manifest begins with it.
    mutating func checkFormat() {
        guard let format = number("format", in: 1...Int.max), format > CourseOutline.newestFormat else { return }
        fault(
            "format", .newerFormat(format, known: CourseOutline.newestFormat),
            node("format").map {
                TextPlace($0, in: file)
            })
    }

    /// The pairs of a mapping of one-line texts.
    mutating func pairs(_ name: String, limit: Int) -> [Pair] {
        guard let node = value(name) else { return [] }
        guard case .mapping(let entries) = node.value else {
            fault(name, .notA(.mapping), TextPlace(node, in: file))
            return []
        }
        guard var inner = FieldReader(node, file: file, known: entries.map(\.key)) else { return [] }
        let pairs = entries.compactMap { entry in
            inner.line(entry.key, limit: limit).map {
                Pair(key: entry.key, value: $0, place: TextPlace(entry, in: file))
            }
        }
        add(inner.problems)
        return pairs
    }

    /// Names in the glossary.
    mutating func concepts(in outline: CourseOutline) -> [String] {
        let names = names("concepts", count: 1...12) ?? []
        for (text, place) in names where outline.concept(text) == nil {
            let nearest = NearestName.nearest(to: text, among: outline.concepts.map(\.id))
            add([CourseProblem(place, .reference(.unknownConcept(text, nearest: nearest)))])
        }
        return names.map(\.text)
    }

    /// The name of a lesson; nil where there is none, or a wrong one.
    mutating func lesson(_ name: String, in outline: CourseOutline) -> ContentID? {
        guard let text = text(name, isRequired: false) else { return nil }
        if let id = ContentID(text), outline.lessons.contains(id) { return id }
        let nearest = Self.nearest(to: text, among: outline.lessons)
        add([CourseProblem(valuePlace(name), .reference(.unknownLesson(text, nearest: nearest)))])
        return nil
    }

    /// Names of exercises.
    mutating func exercises(_ name: String, in outline: CourseOutline, isRequired: Bool) -> [ContentID] {
        (names(name, count: 0...40, isRequired: isRequired) ?? []).compactMap { text, place in
            if let id = ContentID(text), outline.exercises.contains(id) { return id }
            let nearest = Self.nearest(to: text, among: outline.exercises)
            add([CourseProblem(place, .reference(.unknownExercise(text, nearest: nearest)))])
            return nil
        }
    }

    private static func nearest(to text: String, among ids: [ContentID]) -> ContentID? {
        NearestName.nearest(to: text, among: ids.map(\.description)).flatMap { ContentID($0) }
    }
}
