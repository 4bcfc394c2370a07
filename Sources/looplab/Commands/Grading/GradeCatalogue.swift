// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime

/// The exercises of a course under all the names that files may have, each read when its first submission comes.
final class GradeCatalogue: ExerciseCatalogue {
    /// An exercise that has been read.
    struct Loaded {
        var exercise: Exercise
        var body: ExerciseBody
        var batch: BatchExercise
    }

    let outline: CourseOutline
    private var ids: [String: ContentID?] = [:]
    private var loaded: [String: Loaded] = [:]
    private let tracks: Set<String>

    /// Knows the names in a course.
    init(_ outline: CourseOutline) {
        self.outline = outline
        tracks = Set(outline.tracks.map(\.name))
        for id in outline.exercises {
            for name in Self.names(of: id) {
                // A name that two exercises have is the name of none.
                ids[name] = .some(ids[name] == nil ? id : nil)
            }
        }
    }

    private static func names(of id: ContentID) -> Set<String> {
        [
            id.description, "\(id.track)/\(id.shortName)", id.item, id.shortName, id.exerciseNumber,
            "\(id.trackNumber).\(id.itemNumber)",
        ]
    }

    func isTrack(_ folder: String) -> Bool { tracks.contains(folder) }

    func exercise(named name: String) throws(BatchError) -> BatchExercise? {
        guard let id = ids[name.lowercased()] ?? nil else { return nil }
        return try load(id).batch
    }

    /// The exercise of a name in the course, as results have it.
    func exercise(_ id: String) throws(BatchError) -> Loaded {
        guard let id = ContentID(id) else { throw .exercise(id) }
        return try load(id)
    }

    private func load(_ id: ContentID) throws(BatchError) -> Loaded {
        if let known = loaded["\(id)"] { return known }
        let (exercise, problems) = outline.exercise(id)
        guard let exercise else { throw Self.unreadable(problems, id) }
        let (body, faults) = outline.body(of: exercise)
        guard let body else { throw Self.unreadable(faults, id) }
        let batch = BatchExercise(id: "\(id)", title: exercise.title, hash: try hash(of: exercise, body))
        let result = Loaded(exercise: exercise, body: body, batch: batch)
        loaded["\(id)"] = result
        return result
    }

    private static func unreadable(_ problems: [CourseProblem], _ id: ContentID) -> BatchError {
        .exercise(problems.first.map(ErrorText.line) ?? "Exercises/\(id)")
    }

    /// The hash of the manifest and of what answers are compared with.
    private func hash(of exercise: Exercise, _ body: ExerciseBody) throws(BatchError) -> String {
        let path = "\(exercise.path)/exercise.yaml"
        let manifest: String
        do throws(RuntimeError) {
            manifest = try SourceFile.text(at: "\(outline.root)/\(path)")
        } catch {
            throw .exercise(ErrorText.text(of: error))
        }
        let key =
            switch body.content {
            case .predict(let program): program.source
            case .choose: ""
            case .compute(let question): question.solution.source
            case .fix(let task), .implement(let task): task.checks.text
            }
        return SubmissionHash.text(of: [manifest, key])
    }
}
