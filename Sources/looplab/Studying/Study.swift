// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import HostRuntime
internal import Progress
internal import YAMLFields

/// What a learner works with: a course, their progress, and their folder of exercises.
struct Study {
    /// The names in the course; manifests are read when they are needed.
    let outline: CourseOutline
    /// Whether the course came with this program; the programs of another one run in a sandbox.
    let isOwnCourse: Bool
    /// What the learner has done.
    let store: ProgressStore
    /// The folder in which the command was given; nil outside of one.
    let workspace: Workspace?
    /// Judges programs.
    let grader = ExerciseGrader()

    /// Opens course and progress; `option` names a course's directory.
    init(course option: String?, _ mode: ProgressStore.Mode) throws(CommandError) {
        let found = try CourseChoice.find(option: option)
        let (outline, problems) = CourseOutline.load(at: found.root)
        // What a newer format means is not known here.
        let newer = problems.first { if case .field(_, .newerFormat) = $0.kind { true } else { false } }
        guard let outline, newer == nil else {
            throw .course(.unreadable((newer ?? problems.first).map(ErrorText.line) ?? found.root))
        }
        self.outline = outline
        isOwnCourse = CourseChoice.isOwn(found.root)
        do throws(ProgressError) {
            let path = try ProgressLocation.path { ProcessEnvironment[$0] }
            store = try ProgressStore(path: path, mode: mode)
        } catch {
            throw .progress(error)
        }
        workspace = try Self.workspace(of: outline.id)
    }

    private static func workspace(of course: String) throws(CommandError) -> Workspace? {
        do throws(WorkspaceError) {
            let found = try Workspace.find(from: SourceFile.absolute("."))
            return found?.course == course ? found : nil
        } catch {
            throw .study(.workspace(error))
        }
    }

    /// The folder in which the command was given, which has to be one for this course.
    func folder() throws(CommandError) -> Workspace {
        if let workspace { return workspace }
        do throws(WorkspaceError) {
            if let other = try Workspace.find(from: SourceFile.absolute(".")) {
                throw .otherCourse(path: other.root, course: other.course)
            }
            throw .notFound
        } catch {
            throw .study(.workspace(error))
        }
    }

    // MARK: - Course

    /// The exercise that somebody has named.
    func exercise(named name: String) throws(CommandError) -> Exercise {
        let id: ContentID
        do throws(CourseNameProblem) {
            id = try outline.exercise(named: name)
        } catch {
            throw .study(.exerciseName(error))
        }
        return try exercise(id)
    }

    /// Reads the manifest of an exercise.
    func exercise(_ id: ContentID) throws(CommandError) -> Exercise {
        let (exercise, problems) = outline.exercise(id)
        guard let exercise else { throw .course(.unreadable(problems.first.map(ErrorText.line) ?? "\(id)")) }
        return exercise
    }

    /// Reads texts and programs of an exercise.
    func body(of exercise: Exercise) throws(CommandError) -> ExerciseBody {
        let (body, problems) = outline.body(of: exercise)
        guard let body else { throw .course(.unreadable(problems.first.map(ErrorText.line) ?? exercise.path)) }
        return body
    }

    /// The exercise that a command is about: the one named, by its file or by what it is called; else the one that was
    /// started last.
    func exercise(operand: String?) throws(CommandError) -> Exercise {
        guard let operand else {
            guard let current = workspace?.current, outline.exercises.contains(current) else {
                throw .study(.noCurrentExercise)
            }
            return try exercise(current)
        }
        if let id = id(ofFile: operand) { return try exercise(id) }
        return try exercise(named: operand)
    }

    /// The exercise that a path names: a file of the folder, or one elsewhere that is called like an exercise.
    private func id(ofFile path: String) -> ContentID? {
        guard path.hasSuffix(".js") || path.hasSuffix(".mjs") || path.hasSuffix(".txt") else { return nil }
        let absolute = SourceFile.absolute(path)
        if let file = workspace?.file(at: absolute), let id = Workspace.exercise(ofFile: file),
            outline.exercises.contains(id)
        {
            return id
        }
        let parts = absolute.split(separator: "/").suffix(2)
        if let id = Workspace.exercise(ofFile: parts.joined(separator: "/")), outline.exercises.contains(id) {
            return id
        }
        guard let name = parts.last.map({ $0.prefix { $0 != "." } }) else { return nil }
        let alike = outline.exercises.filter { $0.item == name || $0.shortName == name }
        return alike.count == 1 ? alike[0] : nil
    }

    // MARK: - Progress

    /// Asks or changes progress; an error becomes the command's.
    func progress<Value>(
        _ body: (ProgressStore) throws(ProgressError) -> Value
    ) throws(CommandError) -> Value {
        do throws(ProgressError) {
            return try body(store)
        } catch {
            throw .progress(error)
        }
    }

    /// The summaries of the exercises, by name.
    func summaries() throws(CommandError) -> [String: ExerciseSummary] {
        let all = try progress { (store) throws(ProgressError) in try store.exerciseSummaries(course: outline.id) }
        return Dictionary(all.map { ($0.exercise, $0) }) { first, _ in first }
    }

    /// What can be done next: the first exercise, in the order of the course, that has not been passed.
    func next(after id: ContentID? = nil) throws(CommandError) -> Exercise? {
        let summaries = try summaries()
        let open = outline.exercises.filter { summaries["\($0)"]?.hasPassed != true && $0 != id }
        let behind = id.flatMap { id in open.first { $0 > id } }
        return try (behind ?? open.first).map { (id) throws(CommandError) in try exercise(id) }
    }

    /// The number that a lesson is shown with, and its title: `2.3 Chains`.
    func lessonTitle(_ id: ContentID) -> String {
        let (lesson, _) = outline.lesson(id)
        return lesson.map { "\($0.number) \($0.title)" } ?? "\(id)"
    }
}
