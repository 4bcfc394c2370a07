// SPDX-License-Identifier: MIT
internal import Results
internal import YAMLFields

// What was agreed with one learner.
extension ClassFile {
    private struct Subject: Hashable {
        var learner: String
        var exercise: String?
    }

    /// The list of extensions; `learners` are those of the sections, if there are any.
    mutating func extensions(_ learners: [String]?) -> [ClassPolicy.Extension] {
        var seen: [Subject: Int] = [:]
        return items("extensions").compactMap { item -> ClassPolicy.Extension? in
            let names = ["learner", "exercise", "for", "until", "reason", "by"]
            guard var inner = open(item, as: "extensions", names) else { return nil }
            let subject = subject(&inner, learners, needsExercise: false, &seen)
            let length = length(&inner)
            let reason = inner.line("reason", limit: 500)
            let author = inner.line("by", isRequired: false)
            fields.add(inner.problems)
            guard let subject, let length, let reason else { return nil }
            return ClassPolicy.Extension(
                learner: subject.learner, exercise: subject.exercise, length: length, reason: reason, author: author)
        }
    }

    private func length(_ inner: inout FieldReader) -> ClassPolicy.Extension.Length? {
        switch (inner.has("for"), inner.has("until")) {
        case (true, true): inner.fault("until", .notWith("for"))
        case (false, false): inner.fault("for", .oneOf(["for", "until"]))
        case (true, false): return values.duration("for", &inner).map { .by($0) }
        case (false, true): return values.moment("until", &inner).map { .until($0) }
        }
        return nil
    }

    /// The list of overrides; `learners` are those of the sections, if there are any.
    mutating func overrides(_ learners: [String]?) -> [ClassPolicy.Override] {
        var seen: [Subject: Int] = [:]
        return items("overrides").compactMap { item -> ClassPolicy.Override? in
            let names = ["learner", "exercise", "points", "excused", "reason", "by"]
            guard var inner = open(item, as: "overrides", names) else { return nil }
            let subject = subject(&inner, learners, needsExercise: true, &seen)
            let decision = decision(&inner)
            let reason = inner.line("reason", limit: 500)
            let author = inner.line("by")
            fields.add(inner.problems)
            guard let subject, let exercise = subject.exercise, let decision, let reason, let author else { return nil }
            return ClassPolicy.Override(
                learner: subject.learner, exercise: exercise, decision: decision, reason: reason, author: author)
        }
    }

    private func decision(_ inner: inout FieldReader) -> ClassPolicy.Override.Decision? {
        let isExcused = inner.flag("excused")
        if inner.has("points"), inner.has("excused") {
            inner.fault("excused", .notWith("points"))
            return nil
        }
        if inner.has("points") { return values.points("points", &inner).map { .points($0) } }
        if isExcused == true { return .excused }
        if !inner.has("excused") || isExcused == false { inner.fault("points", .oneOf(["points", "excused: true"])) }
        return nil
    }

    private mutating func subject(
        _ inner: inout FieldReader, _ learners: [String]?, needsExercise: Bool, _ seen: inout [Subject: Int]
    ) -> Subject? {
        let exercise = inner.text("exercise", isRequired: needsExercise)
        if let exercise { checkExercise(exercise, inner.valuePlace("exercise"), field: "exercise") }
        guard let learner = inner.text("learner") else { return nil }
        let place = inner.valuePlace("learner")
        checkName(learner, place, field: "learner")
        if let learners, !learners.contains(learner) {
            let nearest = NearestName.nearest(to: learner, among: learners)
            inner.add([ClassProblem(place, .policy("learner", .unknownLearner(learner, nearest: nearest)))])
        }
        if needsExercise && exercise == nil { return nil }
        let subject = Subject(learner: learner, exercise: exercise)
        if let line = seen.updateValue(inner.place.line, forKey: subject) {
            let fault = PolicyFault.decidedTwice(learner: learner, exercise: exercise, firstLine: line)
            inner.add([ClassProblem(inner.place, .policy("learner", fault))])
        }
        return subject
    }

    private mutating func items(_ name: String) -> [YAMLNode] {
        fields.items(name, count: 0...100_000, .mappings, isRequired: false) ?? []
    }
}
