// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Gradebook
internal import Progress
internal import Results

/// The attempts that learners' progress files tell of; files that say the same name are of one learner.
struct ProgressAttempts: AttemptSource {
    /// A file and what was found out about it before its attempts are read.
    private struct File {
        var path: String
        var learner: String
    }

    private let course: String?
    private var files: [File] = []
    private var cache = JudgementCache()
    private(set) var names = SourceNames()
    private(set) var remarks: [SourceRemark] = []

    /// Everybody of whom there is a file.
    var learners: [String] { files.map(\.learner) }

    /// Looks into the files; attempts of other courses than `course` are counted and left out, if there is one.
    ///
    /// A file that cannot be read is noted, as those of `without` are, and the others are read. Throws where none can
    /// be.
    init(_ paths: [String], course: String?, without: [SourceRemark]) throws(ReportError) {
        self.course = course
        remarks = without
        for path in paths {
            do throws(ProgressError) {
                let name = try ProgressStore.opened(at: path).learner().name ?? ""
                let hasName = name.contains { !$0.isWhitespace }
                files.append(File(path: path, learner: hasName ? name : Self.name(ofFile: path)))
            } catch {
                remarks.append(.unreadable(path: path, .progress(error)))
            }
        }
        if !files.isEmpty { return }
        if case .unreadable(_, let error)? = remarks.first, remarks.count == 1 { throw error }
        throw .nothingReadable(count: remarks.count)
    }

    // Who has given no name is called as their file is, without its directory and its ending.
    private static func name(ofFile path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return stem.isEmpty ? name : stem
    }

    mutating func forEachLearner(_ body: (SourceLearner, SourceNames) throws(ReportError) -> Void) throws(ReportError) {
        let groups = Dictionary(grouping: files.indices) { ByteName(files[$0].learner) }
        for (name, places) in groups.sorted(by: { $0.key < $1.key }) {
            var learner = SourceLearner(name: name.text)
            var seen: Set<AttemptID> = []
            for place in places {
                var reading = FileReading(
                    names: names, cache: cache, course: course, isAlone: places.count == 1)
                // There is one owner of tables at a time, so that they are never copied.
                (names, cache) = (SourceNames(), JudgementCache())
                defer { (names, cache) = (reading.names, reading.cache) }
                do throws(ProgressError) {
                    try reading.read(try ProgressStore.opened(at: files[place].path), &learner, &seen)
                    remarks += reading.remarks(file: files[place].path, learner: learner.name)
                } catch {
                    remarks.append(.unreadable(path: files[place].path, .progress(error)))
                }
            }
            if places.count > 1 { remarks.append(.sameName(learner: name.text, files: places.count)) }
            try body(learner, names)
        }
    }

    func text(_ number: Int) -> String { names.texts[number] }
}

/// Reads the attempts of one file.
private struct FileReading {
    var names: SourceNames
    var cache: JudgementCache
    let course: String?
    /// Whether there is no other file of the learner.
    let isAlone: Bool
    private var known = 0
    private var setBack = 0
    private var others: [String: Int] = [:]

    init(names: SourceNames, cache: JudgementCache, course: String?, isAlone: Bool) {
        self.names = names
        self.cache = cache
        self.course = course
        self.isAlone = isAlone
    }

    mutating func read(
        _ store: ProgressStore, _ learner: inout SourceLearner, _ seen: inout Set<AttemptID>
    ) throws(ProgressError) {
        // What was read of a file that turns out to be damaged further on stays out: all of it, or nothing.
        let before = (learner, seen)
        do throws(ProgressError) {
            for position in try store.lessonPositions() where course == nil || position.course == course {
                let isFinished = learner.lessons[position.lesson] ?? false
                learner.lessons[position.lesson] = isFinished || position.isFinished
            }
            var cache = cache
            self.cache = JudgementCache()
            defer { self.cache = cache }
            try store.forEachJudgement(&cache) { (attempt) throws(ProgressError) in
                if !isAlone, !seen.insert(attempt.id).inserted {
                    known += 1
                    return
                }
                take(attempt, &learner)
            }
        } catch {
            (learner, seen) = before
            throw error
        }
    }

    func remarks(file: String, learner: String) -> [SourceRemark] {
        var remarks: [SourceRemark] = []
        if known > 0 { remarks.append(.knownAttempts(file: file, attempts: known)) }
        if setBack > 0 { remarks.append(.clockWentBack(learner: learner, attempts: setBack)) }
        return remarks + others.map { .otherCourse(course: $0.key, attempts: $0.value) }
    }

    private mutating func take(_ attempt: Judgement, _ learner: inout SourceLearner) {
        let isPuzzle = attempt.kind == .puzzle || attempt.course == "puzzles"
        if let course, attempt.course != course, !isPuzzle {
            others[attempt.course, default: 0] += 1
            return
        }
        if attempt.recorded > attempt.ended || attempt.ended < attempt.started { setBack += 1 }
        let isQuestion = isPuzzle || attempt.exercise.hasPrefix("Lessons/")
        var read = source(attempt)
        if isQuestion {
            read.exercise = names.questions.number(of: "\(attempt.exercise)\n\(attempt.variant)")
            learner.questions.append(read)
        } else {
            let exercise = names.exercises.number(of: attempt.exercise)
            read.exercise = exercise
            read.checks = attempt.checks.map { check in
                let possible = Points(thousandths: check.points.possible)
                let number = names.number(of: SourceCheck(exercise: exercise, name: check.name, possible: possible))
                return SourceOutcome(check: number, ending: check.hasPassed ? .passed : .failed, message: nil)
            }
            learner.attempts.append(read)
        }
    }

    private mutating func source(_ attempt: Judgement) -> SourceAttempt {
        var read = SourceAttempt(exercise: 0)
        read.moment = attempt.ended.milliseconds
        read.recorded = attempt.recorded.milliseconds
        read.path = Self.order(attempt.id)
        read.earned = Points(thousandths: attempt.points.earned)
        read.possible = Points(thousandths: attempt.points.possible)
        read.hasPassed = attempt.verdict == .passed
        read.hints = attempt.hints
        read.duration = attempt.duration
        read.misconceptions = attempt.misconceptions.map { names.misconceptions.number(of: $0) }
        read.version = attempt.courseVersion.isEmpty ? nil : names.versions.number(of: attempt.courseVersion)
        if attempt.kind == .fix || attempt.kind == .implement {
            read.program = attempt.answer
        } else if attempt.verdict != .passed, !attempt.answer.isEmpty {
            read.answer = names.texts.number(of: attempt.answer)
        }
        return read
    }

    /// The order of two attempts that were recorded in one millisecond: by device, then by number.
    private static func order(_ id: AttemptID) -> String {
        let number = String(id.number)
        return id.device + String(repeating: "0", count: max(0, 10 - number.count)) + number
    }
}
