// SPDX-License-Identifier: MIT
import Foundation
import Testing
import YAMLFields

@testable import Coursework

/// A course that has one of everything.
@Suite struct CourseLoadingTests {
    private let course: Course

    init() throws {
        let (course, problems) = Course.load(at: CourseFolder.tinyCourse)
        #expect(problems == [])
        self.course = try #require(course)
    }

    private func id(_ text: String) throws -> ContentID { try #require(ContentID(text)) }

    @Test func manifestsAreRead() throws {
        #expect(course.title == "A tiny course")
        #expect(course.tracks.map(\.title) == ["One thread"])
        #expect(course.concepts.map(\.id) == ["call-stack", "timers"])
        #expect(course.lessons.map(\.number) == ["1.1", "1.2"])
        #expect(course.exercises.map(\.number) == ["1.01", "1.02", "1.03", "1.04"])
        #expect(course.exercises.map(\.kind) == [.predict, .choose, .compute, .implement])
        let choice = try #require(course.exercise(id("01-one-thread/02-which-queue")))
        #expect(try choice.after == [id("01-one-thread/01-two-lines")])
        #expect(course.exercise(try id("01-one-thread/04-sleep"))?.entry == "sleep")
        #expect(course.exercises(of: course.lessons[0]).map(\.id.shortName) == ["two-lines"])
    }

    @Test func aLessonConsistsOfBlocks() throws {
        let (found, problems) = course.body(of: course.lessons[0])
        let body = try #require(found)
        #expect(problems == [])
        let kinds = body.blocks.map { block in
            switch block {
            case .prose: "prose"
            case .program(let block): block.role.rawValue
            case .quiz: "quiz"
            case .try: "try"
            }
        }
        #expect(kinds == ["prose", "run", "prose", "quiz", "predict"])
        #expect(body.blocks.map(\.line) == [8, 10, 15, 18, 27])
        guard case .program(let lane) = body.blocks[1], case .quiz(let quiz) = body.blocks[3] else {
            Issue.record("other blocks")
            return
        }
        #expect(lane.program.name == "lane.js" && lane.program.place.line == 11)
        #expect(lane.program.source == "console.log('first')\nconsole.log('second')\n")
        #expect(quiz.correct == [0])
        #expect(quiz.question == [.text("What runs "), .emphasis([.text("first")]), .text("?")])
        #expect(body.links.map(\.url) == ["02-timers.md"])
    }

    @Test func aGoalKnowsWhatReachesIt() throws {
        let body = try #require(course.body(of: course.lessons[1]).body)
        let goals = body.blocks.compactMap { if case .try(let goal) = $0 { goal } else { nil } }
        let goal = try #require(goals.first)
        #expect(goal.output == .containing(["timer", "late"]) && goal.uses == ["setTimeout"])
        let code = "setTimeout(() => {}, 0)"
        #expect(goal.shortfall(code: code, lines: ["timer", "x", "late"]) == nil)
        #expect(goal.shortfall(code: code, lines: ["late", "timer"]) == .missing("late", found: 1))
        #expect(goal.shortfall(code: "// setTimeout", lines: ["timer", "late"]) == .unused("setTimeout"))
    }

    @Test func exercisesHaveTextsAndPrograms() throws {
        for exercise in course.exercises {
            let (found, problems) = course.body(of: exercise)
            let body = try #require(found)
            #expect(problems == [])
            #expect(body.hints.map(\.line) == [1, 5, 9])
            #expect(MarkdownInline.plainText(body.hints[1].title) == "A rule")
            switch body.content {
            case .predict(let program):
                #expect(program.source == "setTimeout(() => console.log('timer'), 0)\nconsole.log('script')\n")
                #expect(program.place.line == 3)
            case .choose(let quiz): #expect(quiz.options.count == 2)
            case .compute(let question):
                #expect(question.unit == "ms" && question.tolerance == .relative(0.05))
            case .implement(let task):
                #expect(task.wrong.map(\.failsCheck) == ["waits"] && task.wrong.map(\.line) == [2])
                #expect(task.right.map(\.name) == ["other.js"])
            case .fix: Issue.record("there is none")
            }
        }
    }

    @Test(arguments: [
        ("01-one-thread/02-which-queue", "02-which-queue"), ("1.02", "02-which-queue"), ("1.2", "02-which-queue"),
        ("which-queue", "02-which-queue"), ("WHICH-QUEUE", "02-which-queue"), ("sl", "04-sleep"),
        ("04", "04-sleep"), ("two-lines", "01-two-lines"),
    ])
    func exercisesHaveSeveralNames(_ name: String, _ item: String) throws {
        #expect(try course.exercise(named: name).id.item == item)
    }

    @Test func otherNamesLeadToWhatIsNear() throws {
        let sleep = try id("01-one-thread/04-sleep")
        #expect(throws: CourseNameProblem.unknown("slep", nearest: [sleep])) { try course.exercise(named: "slep") }
        #expect(throws: CourseNameProblem.unknown("", nearest: [])) { try course.exercise(named: "") }
        #expect(throws: CourseNameProblem.ambiguous("0", course.exercises.map(\.id))) {
            try course.exercise(named: "0")
        }
        #expect(throws: CourseNameProblem.self) { try course.exercise(named: "9.9") }
    }

    @Test func theOutlineNeedsNoManifest() throws {
        let outline = try #require(Course.outline(at: CourseFolder.tinyCourse).outline)
        #expect(outline == course.outline)
        #expect(try outline.exercise(named: "sleep").description == "01-one-thread/04-sleep")
    }

    @Test func nothingIsMadeOfNoCourse() throws {
        let folder = try CourseFolder()
        let (course, problems) = Course.load(at: folder.path)
        #expect(course == nil)
        #expect(problems == [CourseProblem(TextPlace(file: "Lessons/course.yaml"), .file(.missing))])
        #expect(Course.load(at: folder.path + "/nowhere").problems.map(\.kind) == [.file(.missing)])
    }

    @Test func onlyCoursesAreFound() throws {
        let tree = try CourseFolder(["bin/looplab": "", "share/looplab/course/Lessons/course.yaml": ""])
        func find(_ option: String?, _ environment: String?, _ executable: String?) -> CourseLocation.Found? {
            CourseLocation.find(option: option, environment: environment, executable: executable)
        }
        let program = tree.path + "/bin/looplab"
        #expect(find("x", "y", program)?.root == "x" && find(nil, "y", program)?.root == "y")
        #expect(find(nil, "", program)?.root == tree.path + "/share/looplab/course")
        let source = try CourseFolder([".build/debug/looplab": "", "Lessons/course.yaml": ""])
        let found = find(nil, nil, source.path + "/.build/debug/looplab")
        #expect(found == CourseLocation.Found(root: source.path, origin: .sourceTree))
        let other = try CourseFolder(["bin/looplab": ""])
        #expect(find(nil, nil, other.path + "/bin/looplab") == nil)
    }
}
