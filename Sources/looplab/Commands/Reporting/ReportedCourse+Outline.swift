// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime
internal import Reporting
internal import Tracing

extension ReportedCourse {
    /// What a report has to know of a course; lessons and exercises that cannot be read have only their names.
    init(_ outline: CourseOutline) {
        let lessons = outline.lessons.map { id in
            LessonReference(
                id: id.description, number: id.lessonNumber, title: outline.lesson(id).lesson?.title ?? id.shortName)
        }
        let exercises = outline.exercises.map { id -> Exercise in
            let known = outline.exercise(id).exercise
            let needsProgram = known?.kind == .fix || known?.kind == .implement
            let starter = "\(outline.root)/Exercises/\(id)/starter.js"
            return Exercise(
                id: id.description, number: id.exerciseNumber, title: known?.title ?? id.shortName,
                track: outline.track(id.track)?.title ?? id.track, kind: known?.kind.rawValue ?? "",
                lesson: known?.lesson?.description, starter: needsProgram ? try? SourceFile.text(at: starter) : nil)
        }
        let beliefs = Tracing.Misconception.allCases.map { belief -> (String, Misconception) in
            let number = belief.lesson.prefix { $0 != " " }
            let lesson = lessons.first { $0.number == number }?.id
            return (belief.rawValue, Misconception(name: belief.name, lesson: lesson))
        }
        self.init(
            id: outline.id, title: outline.title, lessons: lessons, exercises: exercises,
            misconceptions: Dictionary(beliefs) { first, _ in first })
    }
}
