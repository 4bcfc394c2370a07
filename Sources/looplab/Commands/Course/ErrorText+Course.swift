// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Markup
internal import Results
internal import YAMLFields

// The words for what is wrong with a course: what it is, then what to do.
extension ErrorText {
    /// One line: `file:line:column: what is wrong; what to do`.
    ///
    /// The place is as exact as it is known, and the course's text in it is harmless to a terminal.
    static func line(for problem: CourseProblem) -> String {
        let words = problem.place.file.isEmpty ? "the course's directory" : text(of: problem.place)
        return TerminalText.escapedRow("\(words): \(text(of: problem.kind))")
    }

    /// `file:line:column`, as exact as it is known.
    static func text(of place: TextPlace) -> String {
        var words = place.file
        if place.line > 0 { words += ":\(place.line)" }
        if place.line > 0 && place.column > 0 { words += ":\(place.column)" }
        return words
    }

    /// What keeps a command about courses from being done.
    static func text(of error: CourseError) -> String {
        switch error {
        case .missingAction: "course does what? Say 'course check' or 'course new'"
        case .unknownAction(let word): "course cannot do '\(word)'; it knows check, new lesson and new exercise"
        case .missingName(of: "part"): "a new what? Say 'course new lesson' or 'course new exercise', then TRACK/NAME"
        case .missingName(let part): "which \(part)? Give its name, as in 01-one-thread/a-long-loop"
        case .notFound: "there is no course beside this looplab; name one with --course DIR or LOOPLAB_COURSE"
        case .noCourse(let path):
            "there is no course in \(path): it has no Lessons/course.yaml; name the directory above"
        case .badName(let name):
            "'\(name)' cannot be a name here; write TRACK/NAME in lower-case words, as 01-one-thread/a-long-loop"
        case .unknownTrack(let track, let nearest):
            "the course has no track '\(track)'\(meant(nearest)); add it to 'tracks' in Lessons/course.yaml first"
        case .exists(let name): "there is '\(name)' already; nothing was written over it, so choose another name"
        case .unreadable(let line): "the course cannot be read; \(line)"
        case .withoutEffect(let option, let action): "\(option) has no effect on \(action); leave it out"
        case .checksFailed(let failure): text(of: failure)
        }
    }

    /// Why nothing could be graded.
    static func text(of failure: GradingFailure) -> String {
        switch failure {
        case .badChecks(let path, let message):
            "the checks are faulty (\(TerminalText.escapedRow(message))); \(path) has to be mended"
        case .noChecks(let path): "there is not one check in \(path); it has to be mended"
        case .checksStopped(let path, let reason):
            "the checks in \(path) do not come to their end (\(words(for: reason))); they have to be mended"
        case .noProcess(let number): "the system starts no process for the checks (\(Self.reason(number))); try again"
        case .noEngine: "the JavaScript engine does not start in the sandbox; is there enough memory?"
        case .notConfined: "the system refuses the sandbox (seccomp) that checks run in; nothing was run"
        case .serverDied: "the process that runs the checks died again and again; is there enough memory?"
        }
    }

    /// What is wrong, and what to do, without its place.
    static func text(of kind: CourseProblem.Kind) -> String {
        switch kind {
        case .file(let fault): text(of: fault)
        case .yaml(let fault): text(of: fault)
        case .field(let name, let fault): text(of: fault, field: name)
        case .value(let name, let fault): text(of: fault, field: name)
        case .markdown(let fault): text(of: fault)
        case .block(let fault): text(of: fault)
        case .reference(let fault): text(of: fault)
        case .exercise(let fault): text(of: fault)
        case .run(let fault): text(of: fault)
        }
    }

    private static func text(of fault: FileFault) -> String {
        switch fault {
        case .missing: "this is missing; write it, or run 'looplab course new'"
        case .unreadable(let number): "this cannot be read (\(reason(number))); check its permissions"
        case .notAFile: "this is no regular file; put a text file in its place"
        case .notADirectory: "this is no directory; put one in its place"
        case .stray(let allowed):
            "nothing reads this here; remove it, or use one of the names that belong here: \(list(allowed))"
        case .badName(let example):
            "the name is not of the form; use two digits, a hyphen and lower-case words, as in '\(example)'"
        case .sameNumber(let other): "the number is that of '\(other)', too; give one of them another number"
        case .leadsOut: "the link leads out of the course; copy what it names into the course"
        case .tooLarge(let limit): "the file has more than \(limit >> 10) KiB; make it shorter"
        case .tooManyEntries(let limit): "the directory has more than \(limit) entries; remove some"
        case .notUTF8(let offset): "the file is not UTF-8 (first at byte \(offset)); save it as UTF-8"
        case .carriageReturn: "a line ends with a carriage return; save the file with LF at the ends of lines"
        case .controlCharacter(let scalar):
            "there is a control character (U+\(hexadecimal(scalar))); remove it"
        case .leftover(let word): "'\(word)' is left of the scaffold; write what belongs here"
        }
    }

    static func text(of fault: YAMLFault) -> String {
        switch fault {
        case .syntax(let words, let begin):
            "this is not YAML: \(words)\(begin.map { " in what begins on line \($0)" } ?? ""); "
                + "quote texts that hold ': ' or ' #', and align the fields"
        case .empty: "there are no fields here; write them as 'name: value', one on a line"
        case .severalDocuments: "a second document begins here; remove the line '---'"
        case .anchor: "anchors and aliases (& and *) are not read here; write the value out, or quote the text"
        case .tag: "tags (!) are not read here; remove it, or quote the text"
        case .duplicateKey(let key, let line): "'\(key)' is already on line \(line); keep one of them"
        case .complexKey: "a field's name has to be one word; write 'name: value'"
        case .tooDeep(let limit): "values lie more than \(limit) deep in each other; no field needs more than 4"
        case .tooManyValues(let limit): "there are more than \(limit) values here; make it shorter"
        case .notAMapping: "fields belong here; write them as 'name: value', one on a line"
        }
    }

    private static func text(of fault: MarkdownFault) -> String {
        switch fault {
        case .html: "HTML cannot be shown in a terminal; write Markdown, or put code between backticks"
        case .image: "pictures cannot be shown in a terminal; describe it, or draw it in a code block"
        case .firstLevelHeading: "a heading of level 1 is the title's; begin parts with '##'"
        case .tooDeep(let limit): "lists and quotations lie more than \(limit) deep in each other; make it flatter"
        case .empty: "there is no text here; write it"
        case .noFrontMatter: "a lesson begins with its fields; put them between two lines '---'"
        case .openFrontMatter: "the fields have no end; put a line '---' below them"
        case .wideCode(let columns, let limit):
            "this line of code has \(columns) columns; at most \(limit) fit on a screen, so break it"
        case .unknownFence(let words, let nearest):
            "there is no kind of block '\(words)'\(meant(nearest)); 'text' shows a block as it is"
        case .activeBlock(let words):
            "only a lesson can have a block '\(words)'; leave out what follows the language, or move it to a lesson"
        case .notInline: "only running text can stand here; write one paragraph without lists and headings"
        }
    }

    private static func text(of fault: BlockFault) -> String {
        switch fault {
        case .unknownWord(let word, let nearest):
            "there is no role or option '\(word)'\(meant(nearest)); roles are run, predict, step, and options "
                + "browser, module, name=FILE, throws, stops, repeats"
        case .conflict(let first, let second): "'\(first)' and '\(second)' exclude each other; keep one"
        case .repeated(let word): "'\(word)' is here twice; keep one"
        case .optionWithoutRole(let word): "'\(word)' needs a role before it: run, predict or step"
        case .badName(let name):
            "'\(name)' cannot be a program's name; use lower-case letters, digits and hyphens, then .js or .mjs"
        case .nested: "a block that does something stands by itself; move it out of the list or quotation"
        case .empty: "there is no program in this block; write it, or remove the block"
        case .noCorrectOption: "no option is right; mark at least one with 'correct: true'"
        case .equalOptions(let line): "this option says the same as that on line \(line); change one"
        }
    }

    private static func text(of fault: ReferenceFault) -> String {
        switch fault {
        case .unknownConcept(let name, let nearest):
            "there is no concept '\(name)'\(meant(nearest)); add it to 'concepts' in Lessons/course.yaml"
        case .unknownLesson(let name, let nearest):
            "there is no lesson '\(name)'\(meant(nearest?.description)); "
                + "lessons are named as in '01-one-thread/01-one-lane'"
        case .unknownExercise(let name, let nearest):
            "there is no exercise '\(name)'\(meant(nearest?.description)); "
                + "exercises are named as in '01-one-thread/01-two-lines'"
        case .unknownTrack(let name, let nearest):
            "there is no track '\(name)'\(meant(nearest)); add it to 'tracks' in Lessons/course.yaml, or rename this"
        case .emptyTrack(let name):
            "the track '\(name)' has no lessons and no exercises; "
                + "make the directory Lessons/\(name), or remove the line"
        case .brokenLink(let url): "the link '\(url)' leads to nothing; give the file's path from this one"
        case .unsuitableLink(let url):
            "the link '\(url)' cannot be followed from a course; link a lesson, an exercise, or an https address"
        case .cycle(let ids):
            "these exercises wait for each other: \(ids.map(\.description).joined(separator: " after ")); "
                + "remove one from its 'after'"
        }
    }

    private static func text(of fault: ExerciseFault) -> String {
        switch fault {
        case .tooFewHints(let count, let needed):
            "there \(count == 1 ? "is 1 hint" : "are \(count) hints"); write at least \(needed), each below a '##' "
                + "heading: a nudge, the rule, nearly the solution"
        case .emptyHint: "this hint has no text; write it below its heading"
        case .outsideHints: "this belongs to no hint; begin hints with '##' and nothing above the first"
        case .twoPrograms: "there is a program.js, too; keep one of them"
        case .namesNoCheck:
            "this wrong solution does not say what catches it; begin it with '// fails: NAME OF THE CHECK'"
        case .noWrongSolution:
            "there is no wrong solution; add wrong/NAME.js, so that the checks are seen to catch something"
        }
    }

    /// ` (did you mean …?)`, which fits into a sentence.
    static func meant(_ nearest: String?) -> String {
        nearest.map { " (did you mean '\($0)'?)" } ?? ""
    }

    /// Words with commas.
    static func list(_ words: [String]) -> String {
        words.joined(separator: ", ")
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
