// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Markup
internal import Progress

/// `looplab progress`: what the learner has done, and what keeps it safe.
struct ProgressCommand: Subcommand, Equatable {
    /// What can be done with progress.
    enum Action: String, CaseIterable {
        case show, export, `import`, merge, verify, path, name
    }

    static let name = "progress"
    static let synopsis = (operands: "[ACTION]", summary: "what you have done so far; carry it elsewhere")
    static let help =
        """
        usage: looplab progress [--since DAY]    what is done, what is weak
               looplab progress export [FILE]    everything as JSON Lines
               looplab progress import FILE…     add what another device has
               looplab progress verify           check that nothing was lost or changed
               looplab progress path             where it is kept
               looplab progress name [NAME]      your name in reports; '' takes it away

        Each answer to an exercise is kept with the time, the verdict and the hints that
        were used, on this machine only. LOOPLAB_DB names the file; otherwise it is
        looplab/progress.sqlite in XDG_DATA_HOME (~/.local/share).

          --since DAY       count from a day on: 2026-03-01, or 7d for seven days
          --course DIR      count against another course than the one that came along
          --rebuild         verify: make the sums anew from the attempts first
          --json            machine output; see below
          --color auto|always|never

        import takes exports and progress files of other devices; '-' is standard input.
        What is there already stays as it is, so importing twice, or in another order,
        gives the same; merge is another word for it. An attempt that somebody edited is
        refused by name, and then nothing of its file is taken.

        With --json one object is written, with "version" (1). progress: "learner",
        "since", "today", "attempts", "passes", "durationMs", "streak", "courses" (with
        "tracks"), "activity" (28 days), "weakConcepts", "misconceptions", "due".
        import: "files", each with "file", "added", "known", "newDevices", "updated".
        verify: "devices", "attempts", "damage" (sentences).

        exit codes: 0 ok; 1 verify found damage; 2 usage, or a file that cannot be
                    imported; 3 the database could not be read or written

        """

    var action: Action?
    var files: [String] = []
    var newName: String?
    var since: String?
    var course: String?
    var isJSON = false
    var rebuilds = false
    var color = ColorChoice.automatic

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--since": since = try reader.value(of: name, value)
        case "--course": course = try reader.value(of: name, value)
        case "--json": isJSON = true
        case "--rebuild": rebuilds = true
        case "--color": color = try ColorChoice(option: reader.value(of: name, value))
        default: return false
        }
        return true
    }

    mutating func take(operand: String) throws(CommandError) {
        switch action {
        case nil:
            guard let known = Action(rawValue: operand) else {
                throw .unknownAction(operand, command: Self.name, known: Action.allCases.map(\.rawValue))
            }
            action = known
        case .import, .merge: files.append(operand)
        case .export where files.isEmpty: files = [operand]
        case .name where newName == nil: newName = operand
        default: throw .unexpectedOperand(operand)
        }
    }

    func check() throws(CommandError) {
        let action = action ?? .show
        if since != nil, action != .show { throw .misplacedOption("--since", place: "looplab progress") }
        if course != nil, action != .show { throw .misplacedOption("--course", place: "looplab progress") }
        if rebuilds, action != .verify { throw .misplacedOption("--rebuild", place: "looplab progress verify") }
        if isJSON, ![.show, .import, .merge, .verify].contains(action) {
            throw .misplacedOption("--json", place: "looplab progress, its import and its verify")
        }
        if [.import, .merge].contains(action), files.isEmpty { throw .missingImport }
        if let since { _ = try SinceDay(since, today: Day(number: 0)) }
    }

    func perform() throws(CommandError) -> Int32 {
        switch action ?? .show {
        case .show: return try show()
        case .export: return try export()
        case .import, .merge: return try ProgressImport(files: files, isJSON: isJSON).perform()
        case .verify: return try ProgressVerification(isJSON: isJSON, rebuilds: rebuilds).perform()
        case .path: return try StandardOutput.print(LearnerProgress.path() + "\n")
        case .name: return try name()
        }
    }

    private func show() throws(CommandError) -> Int32 {
        let now = Timestamp.now
        let offset = now.localOffset
        let first: Day?
        if let since {
            first = try SinceDay(since, today: now.day(offset: offset)).day
        } else {
            first = nil
        }
        let catalogues = try catalogues()
        let store = try LearnerProgress.open(.readOnly)
        let report = try LearnerProgress.reaching { () throws(ProgressError) in
            try ProgressReport(store, catalogues: catalogues, now: now, offset: offset, since: first)
        }
        if isJSON { return try StandardOutput.print(ProgressJSON(report).text) }
        let screen = Screen.detect(color)
        return try screen.show(ProgressText(report, screen.style).text, usesPager: false)
    }

    // Without a course at hand there is still something to report, so only one that was asked for has to be there.
    private func catalogues() throws(CommandError) -> [CourseCatalogue] {
        do throws(CommandError) {
            let root = try CourseChoice.find(option: course).root
            let (outline, problems) = CourseOutline.load(at: root)
            if let outline { return [CourseCatalogue(outline)] }
            throw .course(.unreadable(problems.first.map(ErrorText.line) ?? root))
        } catch {
            if course != nil { throw error }
            return []
        }
    }

    private func export() throws(CommandError) -> Int32 {
        let store = try LearnerProgress.open(.readOnly)
        let bytes = try LearnerProgress.reaching { () throws(ProgressError) in
            try store.exported(writer: LoopLab.version)
        }
        guard let file = files.first, file != "-" else {
            return try StandardOutput.print(String(decoding: bytes, as: UTF8.self))
        }
        let failure = ReplacedFile.write(bytes, to: file)
        if failure != 0 { throw .fileNotWritten(path: file, errno: failure) }
        let count = try LearnerProgress.reaching { () throws(ProgressError) in try store.attemptCount() }
        ErrorText.reportExport(file, attempts: count)
        return 0
    }

    private func name() throws(CommandError) -> Int32 {
        guard let newName else {
            let store = try LearnerProgress.open(.readOnly)
            let known = try LearnerProgress.reaching { () throws(ProgressError) in try store.learner().name }
            return try StandardOutput.print(known.map { TerminalText.escapedRow($0) + "\n" } ?? "")
        }
        let trimmed = newName.split(separator: " ").joined(separator: " ")
        if trimmed.utf8.count > 200 {
            throw .badValue(option: "the name", value: "\(newName.prefix(20))…", expected: "up to 200 bytes")
        }
        let store = try LearnerProgress.open(.readWrite)
        try LearnerProgress.reaching { () throws(ProgressError) in
            try store.setLearner(name: trimmed.isEmpty ? nil : trimmed, at: .now)
        }
        return 0
    }
}

extension CourseCatalogue {
    /// What a course has, by its outline.
    fileprivate init(_ outline: CourseOutline) {
        self.init(
            course: outline.id, title: outline.title,
            tracks: outline.tracks.map { track in
                Track(
                    id: track.name, title: track.title, lessons: track.lessons.map { "\($0)" },
                    exercises: track.exercises.map { "\($0)" })
            })
    }
}

/// The day from which a report counts.
struct SinceDay {
    /// The day.
    let day: Day

    /// Reads a day of the calendar, or how many days ending today.
    init(_ text: String, today: Day) throws(CommandError) {
        if let day = Day(text) {
            self.day = day
        } else if text.hasSuffix("d"), let count = Int(text.dropLast()), (1...36_500).contains(count) {
            day = Day(number: today.number - count + 1)
        } else {
            throw .badValue(option: "--since", value: text, expected: "a day such as 2026-03-01, or 7d for seven days")
        }
    }
}
