// SPDX-License-Identifier: MIT
internal import YAMLFields

/// Finds the places that `looplab course new` left for the author.
enum Leftovers {
    /// The word that marks them.
    static let mark = "TO" + "DO"

    /// The marks in a course's files; a starter may have them, for they are the learner's.
    static func problems(in course: Course) -> [CourseProblem] {
        guard let files = try? CourseFiles(root: course.root) else { return [] }
        var paths = ["Lessons/course.yaml"] + course.outline.lessons.map { "Lessons/\($0).md" }
        for id in course.outline.exercises {
            let directory = "Exercises/\(id)"
            for entry in (try? files.entries(directory)) ?? [] where entry.name != "starter.js" {
                let path = "\(directory)/\(entry.name)"
                guard entry.isDirectory else {
                    paths.append(path)
                    continue
                }
                paths += ((try? files.entries(path)) ?? []).filter { !$0.isDirectory }.map { "\(path)/\($0.name)" }
            }
        }
        return paths.flatMap { path in
            // A file that cannot be read has its problem already.
            (try? files.text(path, limit: CourseFiles.Limit.text)).map { problems(in: $0, path) } ?? []
        }
    }

    private static func problems(in text: String, _ path: String) -> [CourseProblem] {
        guard text.contains(mark) else { return [] }
        var problems: [CourseProblem] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard let word = words.first(where: { $0 == mark }) else { continue }
            let column = line[..<word.startIndex].count + 1
            problems.append(
                CourseProblem(
                    TextPlace(file: path, line: index + 1, column: column), .file(.leftover(word: mark))))
        }
        return problems
    }
}
