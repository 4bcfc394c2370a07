// SPDX-License-Identifier: MIT
internal import YAMLFields

extension Course {
    /// Reads a course's manifests; nil where nothing can be made of it.
    ///
    /// What is wrong with one lesson or exercise leaves out that one, or only its faulty field, and is in the problems.
    /// Texts and programs are not read: ``CourseOutline/body(of:)`` reads them.
    public static func load(at root: String) -> (course: Course?, problems: [CourseProblem]) {
        let (found, outlineProblems) = CourseOutline.load(at: root)
        guard let outline = found else { return (nil, outlineProblems) }
        var problems = outlineProblems
        let lessons = outline.lessons.compactMap { id in
            let (lesson, found) = outline.lesson(id)
            problems += found
            return lesson
        }
        let exercises = outline.exercises.compactMap { id in
            let (exercise, found) = outline.exercise(id)
            problems += found
            return exercise
        }
        problems += cycles(exercises).map { cycle in
            let fields = cycle.first.flatMap { try? ExerciseManifest($0, in: outline, CourseFiles(root: root)).fields }
            let place = fields?.place(of: "after") ?? TextPlace(file: "Exercises")
            return CourseProblem(place, .reference(.cycle(cycle)))
        }
        return (Course(outline: outline, lessons: lessons, exercises: exercises), problems.sorted())
    }

    /// Reads the text of a lesson; nil where there is nothing to show.
    public func body(of lesson: Lesson) -> (body: LessonBody?, problems: [CourseProblem]) {
        outline.body(of: lesson)
    }

    /// Reads the texts and programs of an exercise; nil where it cannot be posed.
    public func body(of exercise: Exercise) -> (body: ExerciseBody?, problems: [CourseProblem]) {
        outline.body(of: exercise)
    }

    /// The circles of exercises that come after each other, each named once, at its first exercise.
    private static func cycles(_ exercises: [Exercise]) -> [[ContentID]] {
        let after = Dictionary(exercises.map { ($0.id, $0.after) }) { first, _ in first }
        var done: Set<ContentID> = []
        var cycles: [[ContentID]] = []
        for exercise in exercises {
            // The path from this exercise, with what is still to be followed at each step.
            var path: [(id: ContentID, rest: ArraySlice<ContentID>)] = []
            if !done.contains(exercise.id) { path.append((exercise.id, exercise.after[...])) }
            while let last = path.last {
                guard let next = last.rest.first else {
                    done.insert(last.id)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].rest = last.rest.dropFirst()
                if let start = path.firstIndex(where: { $0.id == next }) {
                    cycles.append(path[start...].map(\.id) + [next])
                } else if !done.contains(next) {
                    path.append((next, (after[next] ?? [])[...]))
                }
            }
        }
        return cycles
    }
}
