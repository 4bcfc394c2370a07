// SPDX-License-Identifier: MIT
internal import YAMLFields

/// The gate that a course has to pass before learners meet it.
///
/// It reads everything and, given something to run programs with, runs everything: nothing that a lesson or an exercise
/// claims is taken on trust.
public struct CourseCheck {
    /// What was looked at, and what is wrong with it.
    public struct Report: Hashable, Sendable {
        /// What is wrong, by place; nothing in a course that passes.
        public internal(set) var problems: [CourseProblem] = []
        /// How many lessons were read.
        public internal(set) var lessons = 0
        /// How many exercises were read.
        public internal(set) var exercises = 0
        /// How many programs were run; submissions count.
        public internal(set) var programs = 0
        /// The exercises whose checks could not be tried, because the runner cannot grade.
        public internal(set) var ungraded: [ContentID] = []
    }

    private var report = Report()

    /// Reads a course and looks at all that can be known without running anything.
    public static func read(at root: String) -> Report {
        var check = CourseCheck()
        _ = check.readAll(root)
        check.finish()
        return check.report
    }

    /// Reads a course and runs all of it; `progress` hears what comes next, by its path.
    public static func run<Runner: CourseProgramRunning>(
        at root: String, _ runner: Runner, progress: (String) -> Void = { _ in }
    ) throws(Runner.Failure) -> Report {
        var check = CourseCheck()
        let content = check.readAll(root)
        var programs = ProgramCheck(runner)
        for (lesson, body) in content.lessons {
            progress(lesson.path)
            for block in body.blocks { try programs.check(block) }
        }
        for (exercise, body) in content.exercises {
            progress(exercise.path)
            try programs.check(body.content, of: exercise)
        }
        check.report.problems += programs.problems
        check.report.programs = programs.count
        check.report.ungraded = programs.ungraded
        check.finish()
        return check.report
    }

    private struct Content {
        var lessons: [(Lesson, LessonBody)] = []
        var exercises: [(Exercise, ExerciseBody)] = []
    }

    private mutating func readAll(_ root: String) -> Content {
        let (course, problems) = Course.load(at: root)
        report.problems = problems
        guard let course else { return Content() }
        var content = Content()
        for lesson in course.lessons {
            let (body, problems) = course.body(of: lesson)
            report.problems += problems
            guard let body else { continue }
            checkLinks(body.links, course.outline)
            content.lessons.append((lesson, body))
        }
        for exercise in course.exercises {
            let (body, problems) = course.body(of: exercise)
            report.problems += problems
            guard let body else { continue }
            checkLinks(body.links, course.outline)
            content.exercises.append((exercise, body))
        }
        report.problems += Leftovers.problems(in: course)
        report.lessons = course.lessons.count
        report.exercises = course.exercises.count
        return content
    }

    private mutating func checkLinks(_ links: [MarkdownLink], _ outline: CourseOutline) {
        for link in links {
            let leadsSomewhere: Bool
            switch CourseLink(link.url, in: link.place.file) {
            case .web: leadsSomewhere = true
            case .lesson(let id): leadsSomewhere = outline.lessons.contains(id)
            case .exercise(let id): leadsSomewhere = outline.exercises.contains(id)
            case nil:
                report.problems.append(CourseProblem(link.place, .reference(.unsuitableLink(link.url))))
                continue
            }
            if !leadsSomewhere { report.problems.append(CourseProblem(link.place, .reference(.brokenLink(link.url)))) }
        }
    }

    private mutating func finish() {
        // A manifest is read for its fields and again for its question, so a syntax error is found twice.
        report.problems = Set(report.problems).sorted()
    }
}
