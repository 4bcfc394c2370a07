// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup
internal import Progress

/// A learner at work in their folder: each save is checked and kept, and keys help on.
struct WatchSession: ~Copyable {
    let study: Study
    let workspace: Workspace
    /// Whether the screen may be cleared; else everything follows below what was there.
    let clearsScreen: Bool
    /// Why answers cannot be kept; nil where they can.
    var isNotKept: ProgressError?

    private(set) var exercise: Exercise
    private(set) var body: ExerciseBody
    /// What the exercise's file came to.
    private(set) var state = State.task
    /// What went wrong beside it, in sentences.
    private(set) var notices: [String] = []
    private(set) var extra: Extra?
    /// The answers that were judged last, by exercise.
    private var judged: [ContentID: String] = [:]
    private var hintsSeen: [ContentID: Int] = [:]

    /// What the file of an exercise came to.
    enum State {
        /// Nothing is in it yet: the task is shown.
        case task
        /// An answer was judged.
        case judged(AnswerResult, saved: String)
        /// There is nothing that could be judged: a sentence about it.
        case message(String)
    }

    /// What somebody asked to see below it.
    enum Extra {
        case hint(Int)
        case list
        case details
        case keys
        case nothingIsNext
        case unknownKey(String)
    }

    init(
        study: Study, workspace: Workspace, exercise: Exercise, clearsScreen: Bool, isNotKept: ProgressError?
    ) throws(CommandError) {
        self.study = study
        self.workspace = workspace
        self.clearsScreen = clearsScreen
        self.isNotKept = isNotKept
        self.exercise = exercise
        body = try study.body(of: exercise)
    }

    private var file: ExerciseFile { ExerciseFile(study: study, exercise: exercise, body: body) }
    private var hasPassed: Bool {
        if case .judged(let result, _) = state { result.hasPassed } else { false }
    }

    // MARK: - The course of it

    /// Watches until somebody leaves; gives the exit code.
    mutating func run(_ input: inout WatchInput) throws(CommandError) -> Int32 {
        let course = study.outline
        let folder = FolderWatch(
            root: workspace.root, folders: { course.tracks.map(\.name) },
            isWanted: { Workspace.exercise(ofFile: $0).map(course.exercises.contains) ?? false })
        if let signal = try open(exercise) { return 128 + signal }
        while true {
            switch input.next(folder) {
            case .saved(let files):
                if let signal = try take(files) { return 128 + signal }
            case .key(.quit): return 0
            case .key(.next):
                if let signal = try goOn() { return 128 + signal }
            case .key(.again):
                if let signal = try check(.asked) { return 128 + signal }
            case .key(let key): try tell(extra(for: key))
            case .unknown(let line): try tell(.unknownKey(line))
            case .redraw: try draw()
            case .signal(let signal): return 128 + signal
            case .end where input.hasKeys: return 128 + SIGHUP
            case .end: return hasPassed ? 0 : 1
            }
        }
    }

    /// Begins an exercise; gives the signal that interrupted it.
    private mutating func open(_ next: Exercise) throws(CommandError) -> Int32? {
        (body, exercise) = (try study.body(of: next), next)
        (state, notices, extra) = (.task, [], nil)
        if isNotKept == nil {
            do throws(CommandError) {
                try study.noteStart(of: exercise)
            } catch {
                notices.append(ErrorText.text(of: error))
            }
        }
        do throws(WorkspaceError) {
            try workspace.setCurrent(exercise.id)
            if !workspace.has(file.name), let text = try? file.initialText() {
                try workspace.write(text, to: file.name)
            }
        } catch {
            notices.append(ErrorText.text(of: .study(.workspace(error))))
        }
        return try check(.opened)
    }

    /// Goes to the next open exercise.
    private mutating func goOn() throws(CommandError) -> Int32? {
        guard let next = try study.next(after: exercise.id) else {
            try tell(.nothingIsNext)
            return nil
        }
        return try open(next)
    }

    /// Checks what was saved: the exercise that is shown, or else the first one that somebody has worked on.
    private mutating func take(_ files: [String]) throws(CommandError) -> Int32? {
        if files.contains(file.name) { return try check(.saved) }
        for name in files {
            guard let id = Workspace.exercise(ofFile: name), let other = study.outline.exercise(id).exercise,
                let body = study.outline.body(of: other).body
            else { continue }
            let file = ExerciseFile(study: study, exercise: other, body: body)
            guard file.name == name, let text = try? SourceFile.text(at: workspace.path(of: name)),
                !file.isUntouched(text)
            else { continue }
            return try open(other)
        }
        return nil
    }

    // MARK: - Answers

    /// Why a file is looked at.
    private enum Occasion {
        case opened, saved, asked
    }

    /// Judges what the file holds, keeps it and shows it; gives the signal that interrupted it.
    private mutating func check(_ occasion: Occasion) throws(CommandError) -> Int32? {
        if occasion != .opened { notices = [] }
        extra = nil
        do throws(CommandError) {
            state = try judge(occasion)
        } catch {
            if let signal = error.interruptingSignal { return signal }
            if case .study(.unreadableAnswer(let sentence)) = error {
                state = .message(Self.sentence(sentence))
            } else {
                state = .message(Self.sentence(ErrorText.text(of: error)))
            }
        }
        try draw()
        return nil
    }

    private mutating func judge(_ occasion: Occasion) throws(CommandError) -> State {
        let path = workspace.path(of: file.name)
        guard access(path, F_OK) == 0 else {
            return .message("There is no \(file.name) any more; looplab reset \(exercise.number) makes it anew.")
        }
        let text: String
        do throws(RuntimeError) {
            text = try SourceFile.text(at: path)
        } catch {
            throw .runtime(error)
        }
        let saved = WatchPage.saved(path) ?? ""
        let isUntouched = file.isUntouched(text)
        if isUntouched, occasion != .asked || file.answer(in: text).allSatisfy(\.isWhitespace) { return .task }
        try announce(file.name)
        let page = ExercisePage(exercise, study, Screen.detect().style)
        let judge = ExerciseJudge(study: study, exercise: exercise, body: body, page: page)
        let result = try judge.judge(file.answer(in: text), file: path)
        if !isUntouched { keep(result, occasion) }
        judged[exercise.id] = result.answer
        return .judged(result, saved: saved)
    }

    // A part of a sentence, as errors are, made a whole one.
    private static func sentence(_ text: String) -> String {
        let end = text.hasSuffix(".") ? "" : "."
        return text.prefix(1).uppercased() + text.dropFirst() + end
    }

    /// Keeps an answer that is a new one: an editor may save twice, and what was there at the beginning may be kept.
    private mutating func keep(_ result: AnswerResult, _ occasion: Occasion) {
        if let isNotKept {
            notices.append("This answer is not kept: \(ErrorText.text(of: isNotKept)).")
            return
        }
        do throws(CommandError) {
            if occasion != .asked {
                var last = judged[exercise.id]
                if last == nil { last = try study.lastAnswer(to: exercise) }
                if last == result.answer { return }
            }
            try study.record(result, to: exercise, body)
        } catch {
            notices.append("This answer was not kept: \(ErrorText.text(of: error)).")
        }
    }

    private mutating func extra(for key: WatchKey) -> Extra {
        switch key {
        case .hint: .hint(nextHint())
        case .list: .list
        case .details: .details
        default: .keys
        }
    }

    private mutating func nextHint() -> Int {
        var number = min((hintsSeen[exercise.id] ?? 0) + 1, body.hints.count)
        if isNotKept == nil, let kept = try? study.nextHint(of: exercise, body) { number = kept }
        hintsSeen[exercise.id] = number
        return number
    }

    private mutating func tell(_ extra: Extra) throws(CommandError) {
        self.extra = extra
        try showExtra()
    }
}

extension CommandError {
    /// The signal that ended what was done; nil for any other error.
    var interruptingSignal: Int32? {
        switch self {
        case .prediction(.interrupted(let signal), _), .prediction(.sandbox(.interrupted(let signal)), _),
            .replay(.interrupted(let signal)):
            signal
        default: nil
        }
    }
}
