// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Gradebook
internal import Markup
internal import Results
internal import YAMLFields

/// `looplab class override`: what a person decides about one learner and one exercise.
struct OverrideCommand {
    private let learner: String
    private let exercise: String
    private let options: ClassOptions

    init(_ learner: String, _ exercise: String, _ options: ClassOptions) {
        self.learner = learner
        self.exercise = exercise
        self.options = options
    }

    func perform() throws(CommandError) -> Int32 {
        guard let kind = options.kind, let reason = options.reason, let author = options.author else {
            throw .classroom(.missingDecision)
        }
        let files = ClassFiles(options)
        let policy = try files.policy()
        let store = try files.open(.readWrite)
        let members = try GradebookChoice.catching { () throws(GradebookError) in try store.members(policy) }
        let decision = Decision(
            learner: try known(learner, members), exercise: try knownExercise(store), kind: kind, reason: reason,
            author: author, decided: .now)
        let kept = try GradebookChoice.catching { () throws(GradebookError) in try store.decide(decision) }
        report(kept, policy, files)
        if options.isJSON {
            var json = JSONWriter()
            OverrideList.write(kept, counts: true, &json)
            json.endLine()
            return try StandardOutput.print(String(decoding: json.bytes, as: UTF8.self))
        }
        return try ClassWords.print(
            ClassWords.shown("\(kept.learner), \(kept.exercise): \(OverrideList.words(for: kept))") + "\n")
    }

    private func known(_ name: String, _ members: ClassMembers) throws(CommandError) -> String {
        let learner = members.names.learner(name)
        if members.all.contains(where: { $0.learner == learner }) { return learner }
        let meant =
            members.suggestion(for: name)?.learner
            ?? NearestName.nearest(to: name, among: members.all.map(\.learner))
        throw .classroom(.unknownLearner(name, meant: meant))
    }

    /// The whole name of the exercise: one that the gradebook knows, or one of the course.
    private func knownExercise(_ store: GradebookStore) throws(CommandError) -> String {
        let known = try GradebookChoice.catching { () throws(GradebookError) in try store.exercises() }
        if known.contains(exercise) { return exercise }
        guard let outline = try CourseChoice.optionalOutline(option: options.course) else {
            throw .classroom(.unknownExercise(exercise, nearest: NearestName.nearest(to: exercise, among: known)))
        }
        return "\(try GradeInputs.id(exercise, in: outline))"
    }

    private func report(_ decision: Decision, _ policy: ClassPolicy, _ files: ClassFiles) {
        let isElsewhere = policy.overrides.contains {
            $0.learner == decision.learner && $0.exercise == decision.exercise
        }
        if isElsewhere, let path = files.classFile {
            ErrorText.write("\(path) has an override of this score too, and that one counts; take it out there")
        }
        if case .points(let points) = decision.kind, let worth = policy.exercise(decision.exercise).points,
            points > worth
        {
            ErrorText.write("\(points.decimal) is more than the \(worth.decimal) points that the exercise is worth")
        }
    }
}

/// `looplab class override` by itself: what was decided so far.
struct OverrideList {
    var options: ClassOptions

    func perform() throws(CommandError) -> Int32 {
        let store = try ClassFiles(options).open(.readOnly)
        let (decisions, names) = try GradebookChoice.catching { () throws(GradebookError) in
            try store.reading { (store) throws(GradebookError) in (try store.decisions(), try store.names()) }
        }
        var last: [OverrideSubject: Int] = [:]
        for (index, decision) in decisions.enumerated() {
            last[OverrideSubject(learner: names.learner(decision.learner), exercise: decision.exercise)] = index
        }
        let counting = Set(last.values)
        if options.isJSON { return try StandardOutput.print(Self.json(decisions, counting)) }
        if decisions.isEmpty { return try StandardOutput.print("Nothing was overridden so far.\n") }
        let offset = Timestamp.now.localOffset
        var text = ""
        for (index, decision) in decisions.enumerated() {
            let isOver = counting.contains(index) ? "" : " (no longer counts)"
            let head =
                "\(decision.decided.minuteText(offset: offset))  \(decision.learner), \(decision.exercise)\(isOver)"
            text += ClassWords.shown(head) + "\n"
            let rows = TextLayout.wrap(ClassWords.shown(Self.words(for: decision)), to: 76, mark: "…")
            text += rows.map { "    \($0)\n" }.joined()
        }
        return try ClassWords.print(text)
    }

    private static func json(_ decisions: [Decision], _ counting: Set<Int>) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        json.key("overrides")
        json.beginArray()
        for (index, decision) in decisions.enumerated() {
            json.breakLine()
            write(decision, counts: counting.contains(index), &json)
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Writes a decision as an object.
    static func write(_ decision: Decision, counts: Bool, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("learner", decision.learner)
        json.member("exercise", decision.exercise)
        switch decision.kind {
        case .points(let points): json.member("points", signedThousandths: points.thousandths)
        case .excused: json.member("excused", true)
        case .withdrawn: json.member("withdrawn", true)
        }
        json.member("reason", decision.reason)
        json.member("by", decision.author)
        json.member("decided", decision.decided.text)
        json.member("counts", counts)
        json.endObject()
    }

    /// What was decided, by whom, and why.
    static func words(for decision: Decision) -> String {
        let what =
            switch decision.kind {
            case .points(let points): "\(points.decimal) points"
            case .excused: "excused"
            case .withdrawn: "what was decided before no longer counts"
            }
        return "\(what); \(decision.author): \(decision.reason)"
    }
}
