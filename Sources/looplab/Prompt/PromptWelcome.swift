// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import Progress
internal import Scheduling

/// What stands above the first prompt: what this is, and what to do next.
struct PromptWelcome {
    private let options: PromptOptions
    private let isUTF8: Bool

    init(_ options: PromptOptions, isUTF8: Bool) {
        self.options = options
        self.isUTF8 = isUTF8
    }

    var text: String {
        let dot = isUTF8 ? "·" : "-"
        let clock = options.clock == .virtual ? "virtual clock" : "system clock"
        let head = "LoopLab \(LoopLab.version) \(dot) \(options.profile.name) profile \(dot) \(clock)"
        let line = "\(head) \(dot) .help lists the commands\n"
        if options.isTour { return line }
        return line + nextStep
    }

    /// What the learner may do: nothing is said where there is no course, or where progress cannot be read; a lesson
    /// that is opened will tell.
    private var nextStep: String {
        guard let study = try? Study(course: options.course, .readOnly),
            let lesson = try? study.lessonToGoOnWith()
        else { return "" }
        let kept = try? study.progress { (store) throws(ProgressError) in
            try store.lastLesson(course: study.outline.id)
        }
        let title = "\(lesson.number) \(TerminalText.escapedRow(lesson.title))"
        let words: String
        if let kept {
            words =
                kept.lesson == "\(lesson.id)"
                ? "You are at lesson \(title):  .lesson"
                : "Your next lesson is \(title), about \(lesson.minutes) minutes:  .lesson"
        } else {
            words = "You have not started yet. Lesson \(title) takes about \(lesson.minutes) minutes:  .lesson"
        }
        return "\n \(words)\n Or type any JavaScript; the event loop is running while you type.\n\n"
    }
}
