// SPDX-License-Identifier: MIT
internal import YAMLFields

/// Runs the programs of a course and compares what they do with what the course says of them.
struct ProgramCheck<Runner: CourseProgramRunning> {
    /// How many lines can be put in order: fewer are no question, more are no fun.
    static var orderedLines: ClosedRange<Int> { 2...12 }

    private(set) var problems: [CourseProblem] = []
    private(set) var ungraded: [ContentID] = []
    private(set) var count = 0
    private let runner: Runner

    init(_ runner: Runner) {
        self.runner = runner
    }

    // MARK: - Lessons

    mutating func check(_ block: LessonBlock) throws(Runner.Failure) {
        switch block {
        case .prose, .quiz: break
        case .program(let block):
            switch block.role {
            case .shown: break
            case .run, .step: try checkEnding(block.program)
            case .predict: try checkOrder(block.program)
            }
        case .try(let goal): try check(goal)
        }
    }

    private mutating func check(_ goal: TryGoal) throws(Runner.Failure) {
        let solution = try run(goal.program(goal.solution, at: goal.solutionPlace))
        if solution.wasStopped {
            fault(goal.solutionPlace, .ended(solution.ending, meant: .ends, message: solution.message))
        } else if let shortfall = goal.shortfall(code: goal.solution, lines: solution.lines) {
            fault(goal.solutionPlace, .missesGoal(shortfall))
        }
        guard let start = goal.start else { return }
        let lines = try run(goal.program(start, at: goal.place)).lines
        if goal.shortfall(code: start, lines: lines) == nil { fault(goal.place, .startReachesGoal) }
    }

    // MARK: - Exercises

    mutating func check(_ content: ExerciseBody.Content, of exercise: Exercise) throws(Runner.Failure) {
        switch content {
        case .predict(let program): try checkOrder(program)
        case .choose: break
        case .compute(let question):
            let run = try checkEnding(question.solution)
            if run.lines.last.flatMap(ComputeQuestion.number) == nil {
                fault(question.solution.place, .noNumber(run.lines.last))
            }
        case .fix(let task), .implement(let task): try check(task, of: exercise)
        }
    }

    private mutating func check(_ task: CodeTask, of exercise: Exercise) throws(Runner.Failure) {
        guard let solution = try grade(task.solution, task, exercise) else {
            ungraded.append(exercise.id)
            return
        }
        if let obstacle = solution.obstacle {
            fault(TextPlace(file: task.checks.path), .checksBroken(obstacle))
            return
        }
        if solution.checks.isEmpty {
            fault(TextPlace(file: task.checks.path), .noChecks)
            return
        }
        expectPass(task.solution, solution, at: solution.failed)
        for right in task.right {
            if let grade = try grade(right, task, exercise) { expectPass(right, grade, at: grade.failedRequired) }
        }
        if let starter = try grade(task.starter, task, exercise), starter.failedRequired.isEmpty,
            starter.obstacle == nil
        {
            fault(TextPlace(file: task.starter.path), .starterPasses)
        }
        for wrong in task.wrong {
            let place = TextPlace(file: wrong.file.path, line: wrong.line)
            guard solution.checks.contains(wrong.failsCheck) else {
                let nearest = NearestName.nearest(to: wrong.failsCheck, among: solution.checks)
                fault(place, .unknownCheck(wrong.failsCheck, nearest: nearest))
                continue
            }
            guard let grade = try grade(wrong.file, task, exercise) else { continue }
            if grade.failed.isEmpty {
                fault(place, .wrongPasses(check: wrong.failsCheck))
            } else if !grade.failed.contains(wrong.failsCheck) {
                fault(place, .wrongFailsElsewhere(check: wrong.failsCheck, failed: grade.failed))
            }
        }
    }

    // The solution shows everything; others need not earn extra points.
    private mutating func expectPass(_ file: CourseFile, _ grade: CourseGrade, at failed: [String]) {
        let place = TextPlace(file: file.path)
        if let obstacle = grade.obstacle {
            fault(place, .checksBroken(obstacle))
        } else if !failed.isEmpty {
            fault(place, .solutionFails(checks: failed))
        }
    }

    // MARK: - Programs

    /// Whether a program ends as it is meant to.
    @discardableResult
    private mutating func checkEnding(_ program: CourseProgram) throws(Runner.Failure) -> CourseProgramRun {
        let run = try run(program)
        expectEnding(run, program)
        return run
    }

    private mutating func expectEnding(_ run: CourseProgramRun, _ program: CourseProgram) {
        let isAsMeant =
            switch (program.ending, run.ending) {
            case (.ends, .exited(let code)): code == 0
            case (.throws, .exited(let code)): code != 0
            case (.stops, .stopped), (.stops, .stuck): true
            case (.repeats, .stopped): !run.lines.isEmpty
            case (.ends, _), (.throws, _), (.stops, _), (.repeats, _): false
            }
        if !isAsMeant {
            fault(program.place, .ended(run.ending, meant: program.ending, message: run.message))
        }
    }

    /// Whether the lines of a program can be put in order, whichever of its legal orders is meant.
    private mutating func checkOrder(_ program: CourseProgram) throws(Runner.Failure) {
        let runs = try runner.legalRuns(program)
        count += runs.count
        guard let usual = runs.first else { preconditionFailure("a program without a run") }
        let known = problems.count
        expectEnding(usual, program)
        if problems.count > known { return }
        if !Self.orderedLines.contains(usual.lines.count) {
            fault(program.place, .lines(usual.lines.count, Self.orderedLines))
            return
        }
        var seen: Set<String> = []
        for line in usual.lines {
            if line.allSatisfy(\.isWhitespace) { fault(program.place, .emptyLine) }
            if !seen.insert(line).inserted { fault(program.place, .repeatedLine(line)) }
        }
        for run in runs.dropFirst() {
            let lines = Set(run.lines)
            if let line = seen.symmetricDifference(lines).min() {
                fault(program.place, .lineNotInAllOrders(line))
                return
            }
        }
    }

    private mutating func run(_ program: CourseProgram) throws(Runner.Failure) -> CourseProgramRun {
        count += 1
        return try runner.run(program)
    }

    private mutating func grade(
        _ file: CourseFile, _ task: CodeTask, _ exercise: Exercise
    ) throws(Runner.Failure) -> CourseGrade? {
        let grade = try runner.grade(file, task, of: exercise)
        if grade != nil { count += 1 }
        return grade
    }

    private mutating func fault(_ place: TextPlace, _ fault: RunFault) {
        problems.append(CourseProblem(place, .run(fault)))
    }
}

extension CourseProgramRun {
    /// Whether it did not come to an end.
    fileprivate var wasStopped: Bool {
        switch ending {
        case .stopped, .stuck, .refused: true
        case .exited: false
        }
    }
}

extension TryGoal {
    /// Code for a goal, as a program.
    fileprivate func program(_ source: String, at place: TextPlace) -> CourseProgram {
        CourseProgram(
            source: source, name: "try.js", isModule: false, profile: profile, ending: .ends, place: place)
    }
}
