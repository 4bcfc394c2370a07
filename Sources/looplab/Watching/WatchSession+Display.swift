// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import Progress

// What a watch shows: from top to bottom the exercise, what its file came to, what was asked for, the keys.
extension WatchSession {
    /// Shows everything, on a screen of its own where that can be.
    func draw() throws(CommandError) {
        let style = Screen.detect().style
        let page = WatchPage(exercise: exercise, style: style)
        var rows = try head(page)
        rows.append(StyledText())
        rows += stateRows(page)
        rows += notices.flatMap { page.sentence($0) }
        if let extra { rows += [StyledText()] + extraRows(extra, page) }
        try show(rows + [StyledText()] + page.keys, style, isWhole: true)
    }

    /// Shows below it what was asked for.
    func showExtra() throws(CommandError) {
        guard let extra else { return }
        let style = Screen.detect().style
        let page = WatchPage(exercise: exercise, style: style)
        try show([StyledText()] + extraRows(extra, page) + [StyledText()] + page.keys, style, isWhole: false)
    }

    /// Says that a program is checked, which may take a moment: the screen is cleared after it.
    func announce(_ file: String) throws(CommandError) {
        if exercise.isPuzzle || !clearsScreen { return }
        let style = Screen.detect().style
        try show([StyledText(" checking \(file)" + style.mark, .faint)], style, isWhole: false)
    }

    private func show(_ rows: [StyledText], _ style: TerminalStyle, isWhole: Bool) throws(CommandError) {
        // Somebody who has put this into the background is reading something else.
        let clears = isWhole && clearsScreen && (!KeyboardModes.isPrepared || KeyboardModes.isForeground)
        let start = clears ? ScreenControl.clear : isWhole ? "\n" : ""
        _ = try StandardOutput.print(start + rows.map { style.rendered($0) + "\n" }.joined())
    }

    private func head(_ page: WatchPage) throws(CommandError) -> [StyledText] {
        let track = study.outline.tracks.first { $0.name == exercise.id.track }
        let ids = track?.exercises ?? []
        let summaries = try? study.summaries()
        let passed = ids.count { summaries?["\($0)"]?.hasPassed == true }
        return page.head(passed: passed, of: ids.count, track: track?.title ?? exercise.id.track)
    }

    private func stateRows(_ page: WatchPage) -> [StyledText] {
        let file = ExerciseFile(study: study, exercise: exercise, body: body)
        switch state {
        case .task:
            let task = (try? file.taskRows(page.style)) ?? []
            return task + [StyledText()] + page.invitation(file: file.name)
        case .message(let text):
            return page.sentence(text) + [StyledText()] + page.invitation(file: file.name)
        case .judged(let result, let saved):
            let rows = ExercisePage(exercise, study, page.style).rows(of: result, body)
            let next = result.hasPassed ? (try? study.next(after: exercise.id)) ?? nil : nil
            return rows + [StyledText()] + page.status(of: result, saved: saved, next: next)
        }
    }

    private func extraRows(_ extra: Extra, _ page: WatchPage) -> [StyledText] {
        let exercisePage = ExercisePage(exercise, study, page.style)
        switch extra {
        case .hint(let number): return exercisePage.hint(number, of: body)
        case .keys: return page.keySentences
        case .nothingIsNext: return page.sentence("No other exercise is open; looplab review brings back what is due.")
        case .unknownKey(let line): return page.sentence("'\(line.prefix(40))' is no key.") + page.keySentences
        case .details:
            guard case .judged(let result, _) = state else {
                return page.sentence("There is no answer yet that could be told of in detail.")
            }
            return exercisePage.rows(of: result, body, isFull: true)
        case .list:
            let summaries = (try? study.summaries()) ?? [:]
            let entries = study.outline.exercises.filter { $0.track == exercise.id.track }.compactMap { id in
                study.outline.exercise(id).exercise.map {
                    ListCommand.Entry(exercise: $0, summary: summaries["\(id)"])
                }
            }
            let list = ExerciseList(study.outline, entries, page.style, current: exercise.id)
            return list.trackRows.dropFirst() + [StyledText()] + page.sentence("looplab list  shows all tracks.")
        }
    }
}

/// What moves a terminal's picture.
enum ScreenControl {
    /// Empties the screen and begins at its top; what has scrolled away stays.
    static let clear = "\u{1B}[H\u{1B}[2J"
}
