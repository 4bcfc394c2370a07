// SPDX-License-Identifier: MIT
internal import Coursework
internal import HostRuntime
internal import Markup
internal import Progress
internal import SQLStorage
internal import Scheduling

// `.lesson` and what it opens: the lesson's own commands, and answers typed at the prompt.
extension PromptSession {
    /// Opens a lesson by its number or name; without one, the lesson that the learner is at.
    func openLesson(_ name: String) {
        do throws(CommandError) {
            let study = try openedStudy()
            if name == "list" {
                output.print(try LessonList(study, viewStyle).text)
                return
            }
            guard let lesson = try self.lesson(named: name, study) else {
                output.print(
                    study.outline.lessons.isEmpty
                        ? "This course has no lessons. looplab course check tells what may be wrong with it.\n"
                        : "You have finished every lesson. .lesson list names them; .lesson 1.1 opens one again.\n")
                return
            }
            let opened = try LessonSession(lesson, of: study, viewStyle, isTroubleTold: keepsNothing) { [output] in
                output.print($0)
            }
            self.lesson = opened
            output.print("\n")
            opened.begin()
            inputsBeforeStep = inputs.count
            addGoalToHistory()
        } catch {
            output.print(ErrorText.text(of: error) + "\n")
        }
    }

    private func lesson(named name: String, _ study: Study) throws(CommandError) -> Lesson? {
        if !name.isEmpty {
            do throws(CourseNameProblem) {
                return try study.outline.lesson(study.outline.lesson(named: name)).lesson
            } catch {
                throw .study(.lessonName(error))
            }
        }
        return try study.lessonToGoOnWith()
    }

    private func openedStudy() throws(CommandError) -> Study {
        if let study { return study }
        let opened: Study
        do throws(CommandError) {
            opened = try Study(course: options.course, .readWrite)
        } catch {
            // A lesson can be taken where nothing can be written.
            guard case .progress(let trouble) = error, trouble.isAboutWriting else { throw error }
            opened = try Study(course: options.course, .readOnly)
            output.print(LessonSession.text(ofTrouble: trouble))
            keepsNothing = true
        }
        study = opened
        return opened
    }

    /// Does a command of the open lesson.
    func lessonCommand(_ input: LessonInput) {
        guard let lesson else {
            output.print("No lesson is open. .lesson opens the one that you are at.\n")
            return
        }
        if input == .next, lesson.play.state == .finished, let next = lesson.play.followUp.next {
            openLesson("\(next.id)")
            return
        }
        lesson.take(input, viewStyle)
        inputsBeforeStep = inputs.count
        addGoalToHistory()
    }

    /// Closes the lesson; its place is kept.
    func closeLesson() {
        guard let lesson else {
            output.print("No lesson is open. .exit leaves the prompt.\n")
            return
        }
        self.lesson = nil
        let number = lesson.play.lesson.number
        output.print("Lesson \(number) is closed; .lesson goes on where you were.\n")
    }

    /// Takes a text that may be an answer to what the lesson asks; false where it is code.
    func answerLesson(_ text: String) -> Bool {
        guard let lesson else { return false }
        if text.allSatisfy(\.isWhitespace) {
            guard lesson.play.state == .reading || lesson.play.state == .showingOutput else { return false }
            lessonCommand(.next)
            return true
        }
        guard lesson.isAnswer(text) else { return false }
        lessonCommand(.answer(text))
        return true
    }

    /// Takes code that was typed while a goal was open; true where it has been run already, as on a page.
    func tryGoal(_ code: String) -> Bool {
        guard let lesson, let goal = lesson.goal, goal.profile == .browser, options.profile != .browser else {
            return false
        }
        lesson.tried(code, viewStyle)
        return true
    }

    /// Compares code that was run with the open goal.
    func judgeGoal(_ code: String) {
        guard let lesson, lesson.goal != nil, letOutputCome() else { return }
        lesson.tried(code, viewStyle)
    }

    // Timers of the next moment print what stands above the verdict on it; false where they were stopped.
    private func letOutputCome() -> Bool {
        guard clock == .system else { return true }
        let end = runtime.loop.clock.now() + 100_000_000
        while runtime.loop.isAlive {
            let now = runtime.loop.clock.now()
            if now >= end { break }
            switch runtime.loop.turn(waitingAtMost: end - now) {
            case .alive: continue
            case .idle, .clockExhausted, .stuck: return true
            case .stopped:
                runtime.noteStopAtPrompt()
                return false
            }
        }
        return true
    }

    // The code that a goal begins with comes back with the Up key.
    private func addGoalToHistory() {
        guard let start = lesson?.goal?.start, let editor = reader as? LineEditor else { return }
        editor.offer(start.trimmed)
    }
}

extension ProgressError {
    /// Whether it may be that nothing can be written and what is there, if anything, can be read.
    fileprivate var isAboutWriting: Bool {
        switch storageError {
        case .readOnly, .directoryNotMade, .notOpened, .diskFull: true
        default: false
        }
    }
}

extension Study {
    /// The lesson to go on with: the one that was open last, or the first that is not finished; nil where all are.
    func lessonToGoOnWith() throws(CommandError) -> Lesson? {
        let positions = try progress { (store) throws(ProgressError) in
            try store.lessonPositions(course: outline.id)
        }
        let finished = Set(positions.filter(\.isFinished).map(\.lesson))
        let last = positions.max { $0.updated < $1.updated }
        if let last, !last.isFinished, let id = ContentID(last.lesson), outline.lessons.contains(id) {
            return outline.lesson(id).lesson
        }
        // After a finished lesson the one behind it comes, before those that were skipped.
        let open = outline.lessons.filter { !finished.contains("\($0)") }
        let behind = last.flatMap { last in open.first { "\($0)" > last.lesson } }
        return (behind ?? open.first).flatMap { outline.lesson($0).lesson }
    }
}

/// The lessons with how far the learner is.
struct LessonList {
    private let study: Study
    private let style: TerminalStyle
    private let positions: [String: Progress.LessonPosition]

    init(_ study: Study, _ style: TerminalStyle) throws(CommandError) {
        self.study = study
        self.style = style
        let all = try study.progress { (store) throws(ProgressError) in
            try store.lessonPositions(course: study.outline.id)
        }
        positions = Dictionary(all.map { ($0.lesson, $0) }) { first, _ in first }
    }

    var text: String {
        var rows: [StyledText] = []
        for track in study.outline.tracks where !track.lessons.isEmpty {
            let finished = track.lessons.count { positions["\($0)"]?.isFinished == true }
            rows.append(StyledText())
            rows.append(
                StyledText(" \(track.number)  \(style.shown(track.title))", .bold)
                    + StyledText("   \(finished) of \(track.lessons.count)", .faint))
            for id in track.lessons { rows += study.outline.lesson(id).lesson.map { [row($0)] } ?? [] }
        }
        rows.append(StyledText())
        return rows.map { style.rendered($0) + "\n" }.joined()
    }

    private func row(_ lesson: Lesson) -> StyledText {
        let position = positions["\(lesson.id)"]
        let mark: StyledText =
            position?.isFinished == true
            ? StyledText(style.glyph("✓", "+"), TextStyle(.green))
            : StyledText(position == nil ? style.glyph("·", "-") : style.glyph("▶", ">"), .faint)
        let number = StyledText(lesson.number, .faint).aligned(right: 5)
        let title = StyledText(style.shown(lesson.title)).cut(to: 50, mark: style.mark).padded(to: 52)
        return
            (StyledText("   ") + mark + number + StyledText("  ") + title
            + StyledText("\(lesson.minutes) minutes", .faint)).cut(to: min(style.columns, 80), mark: style.mark)
    }
}
