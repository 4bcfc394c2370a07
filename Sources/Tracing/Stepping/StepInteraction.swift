// SPDX-License-Identifier: MIT

/// What keys do in the step view: a state that takes keys, without a terminal.
public struct StepInteraction: Sendable {
    /// What follows from a key.
    public enum Outcome: Equatable, Sendable {
        /// Draw and wait for the next key.
        case goOn
        /// The person leaves.
        case leave
    }

    /// The place in the run.
    public private(set) var model: StepModel
    /// What is shown besides.
    public private(set) var view = StepView()
    /// What was looked for last.
    private var searched = ""
    /// What is said at the end of a recording that was cut short.
    private let endNote: String

    /// Begins at the first stop.
    public init(_ trace: Trace) {
        model = StepModel(trace)
        endNote = trace.cutNote
    }

    /// Begins at the first stop behind so many events.
    public mutating func start(behind count: Int) {
        model.move(to: model.stops.next(after: count) ?? count)
    }

    /// Does what a key asks; `screen` is the picture that the person sees.
    public mutating func take(_ key: StepKey, seeing screen: StepScreen) -> Outcome {
        view.message = ""
        if view.question != nil { return answer(key) }
        if view.overlay != nil { return scroll(key, screen) }
        switch key {
        case .interrupt: return .leave
        case .pageUp: view.sourceScroll -= max(1, screen.pageRows - 1)
        case .pageDown: view.sourceScroll += max(1, screen.pageRows - 1)
        case .tab: pinNext()
        case .left: go(.into, .backwards)
        case .right, .enter: go(.into, .forwards)
        case .down: go(.over, .forwards)
        case .up: go(.over, .backwards)
        case .home: go(.end, .backwards)
        case .end: go(.end, .forwards)
        case .backspace: go(.into, .backwards)
        case .escape, .eraseLine: break
        case .character(let scalar): return take(scalar)
        }
        return .goOn
    }

    /// Says something on the line of messages.
    public mutating func say(_ message: String) {
        view.message = message
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Outcome {
        if let (move, direction) = Self.moves[scalar] {
            go(move, direction)
            return .goOn
        }
        switch scalar {
        case "q", "Q": return .leave
        case "?", "h": show(.help)
        case "w": show(.why)
        case "p": show(.output)
        case "d": show(.details)
        case "g": ask(.goTo)
        case "/": ask(.search)
        case "b": ask(.mark)
        case "f": find(.forwards)
        case "F": find(.backwards)
        case "j": jump { $0.moveToCause() }
        case "J": jump { $0.returnFromJump() }
        default: view.message = "There is no key \(scalar.escaped(asASCII: false)); ? shows the keys."
        }
        return .goOn
    }

    private static let moves: [Unicode.Scalar: (StepMove, StepDirection)] = [
        "i": (.into, .forwards), "I": (.into, .backwards), " ": (.into, .forwards),
        "o": (.over, .forwards), "O": (.over, .backwards), "u": (.out, .forwards), "U": (.out, .backwards),
        "n": (.event, .forwards), "N": (.event, .backwards), "c": (.callback, .forwards), "C": (.callback, .backwards),
        "t": (.task, .forwards), "T": (.task, .backwards), "r": (.mark, .forwards), "R": (.mark, .backwards),
    ]

    // MARK: - Going

    private mutating func go(_ move: StepMove, _ direction: StepDirection) {
        jump { $0.move(move, direction) }
    }

    private mutating func jump(_ body: (inout StepModel) -> StepRefusal?) {
        let refusal = body(&model)
        view.sourceScroll = 0
        if let refusal { view.message = refusal.sentence }
        if model.isAtEnd, !endNote.isEmpty { view.message = endNote }
    }

    private mutating func find(_ direction: StepDirection) {
        if searched.isEmpty { return ask(.search) }
        go(.text(searched), direction)
    }

    private mutating func pinNext() {
        if model.state.threads.count < 2, model.pinnedThread == nil {
            view.message = "There is one thread so far."
            return
        }
        model.pinNext()
        view.sourceScroll = 0
        view.message =
            model.pinnedThread == nil
            ? "Steps go over all threads." : "Steps go over this thread only; Tab shows the next one."
    }

    // MARK: - Texts above the panes

    private mutating func show(_ overlay: StepView.Overlay) {
        view.overlay = overlay
        view.overlayScroll = 0
    }

    private mutating func scroll(_ key: StepKey, _ screen: StepScreen) -> Outcome {
        let page = max(1, screen.pageRows - 1)
        switch key {
        case .up, .character("k"): view.overlayScroll -= 1
        case .down, .enter, .character("j"): view.overlayScroll += 1
        case .pageUp, .character("b"): view.overlayScroll -= page
        case .pageDown, .character(" "): view.overlayScroll += page
        case .home, .character("g"): view.overlayScroll = 0
        case .end, .character("G"): view.overlayScroll = screen.overlayScrollLimit
        case .interrupt: return .leave
        default: view.overlay = nil
        }
        view.overlayScroll = min(max(0, view.overlayScroll), screen.overlayScrollLimit)
        return .goOn
    }

    // MARK: - Questions

    private mutating func ask(_ question: StepView.Question) {
        view.question = question
        view.answer = ""
    }

    private mutating func answer(_ key: StepKey) -> Outcome {
        switch key {
        case .character(let scalar):
            if view.answer.unicodeScalars.count < 200 { view.answer.unicodeScalars.append(scalar) }
        case .backspace:
            // Back beyond the beginning closes the question.
            if view.answer.isEmpty { view.question = nil } else { view.answer.unicodeScalars.removeLast() }
        case .eraseLine: view.answer = ""
        case .escape, .interrupt: view.question = nil
        case .enter:
            guard let question = view.question else { break }
            view.question = nil
            take(view.answer, to: question)
        default: break
        }
        return .goOn
    }

    private mutating func take(_ answer: String, to question: StepView.Question) {
        let words = answer.split(separator: " ").joined(separator: " ")
        switch question {
        case .search:
            if !words.isEmpty { searched = answer }
            if !searched.isEmpty { go(.text(searched), .forwards) }
        case .goTo: go(to: words)
        case .mark:
            let line = words.isEmpty ? model.place?.line : Int(words)
            guard let line, line >= 1, line <= model.sources.lines(of: model.file)?.count ?? 0 else {
                view.message = "A mark needs the number of a line of \(model.file)."
                return
            }
            model.toggleMark(.init(file: model.file, line: line))
            let isMarked = model.marks.contains(.init(file: model.file, line: line))
            view.message = isMarked ? "Line \(line) is marked; r runs to it." : "Line \(line) is no longer marked."
        }
    }

    private mutating func go(to words: String) {
        if words.isEmpty { return }
        let letters = words.prefix { $0.isLetter }
        let number = Int(words.drop { $0.isLetter || $0 == " " })
        switch (letters.first, number) {
        case (nil, let line?), ("l", let line?): go(.line(line), .forwards)
        case ("L", let line?): go(.line(line), .backwards)
        case ("o", let number?): jump { $0.move(toOutput: number) }
        case ("e", let number?): jump { $0.move(toEvent: number) }
        default: view.message = "Type 12 for a line, L12 for it backwards, o3 for a line of output, e40 for an event."
        }
    }
}
