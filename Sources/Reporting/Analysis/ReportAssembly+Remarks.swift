// SPDX-License-Identifier: MIT
internal import Results

extension ReportAssembly {
    /// What somebody who reads the figures has to know; what concerns files comes first.
    func remarks(_ source: [SourceRemark], left: Int) -> [ReportRemark] {
        var remarks: [ReportRemark] = []
        var others: [ByteName: Int] = [:]
        for (index, remark) in source.enumerated() {
            switch remark {
            case .unreadable(let path, let error):
                let file = builder.shown.shown(file: path, number: index + 1)
                // The words name the file too.
                let reason = request.isAnonymous ? "" : request.words(error)
                remarks.append(.unreadable(file: file, reason: reason))
            case .clockWentBack(let learner, let attempts):
                if isShown(learner) {
                    remarks.append(.clockWentBack(learner: builder.shown.shown(learner), attempts: attempts))
                }
            case .otherCourse(let course, let attempts): others[ByteName(course), default: 0] += attempts
            case .sameName(let learner, let files):
                if isShown(learner) {
                    remarks.append(.sameName(learner: builder.shown.shown(learner), files: files))
                }
            case .knownAttempts(let path, let attempts):
                let file = builder.shown.shown(file: path, number: index + 1)
                remarks.append(.knownAttempts(file: file, attempts: attempts))
            }
        }
        for (course, attempts) in others.sorted(by: { $0.key < $1.key }) {
            remarks.append(.otherCourse(course: course.text, attempts: attempts))
        }
        remarks += builder.futureAttempts.map { .fromTheFuture(learner: $0.learner, attempts: $0.attempts) }
        remarks += exerciseRemarks
        if left > 0 { remarks.append(.left(learners: left)) }
        if !register.sectionNames.isEmpty, request.scope == .everyone {
            let outside = builder.entries.filter { $0.hasAttempts && $0.sections.isEmpty }.map { ByteName($0.name) }
            if !outside.isEmpty { remarks.append(.withoutSection(learners: outside.sorted().map(\.text))) }
        }
        return remarks
    }

    private func isShown(_ learner: String) -> Bool {
        request.includes(learner: learner, sections: builder.sections(of: learner))
    }

    private var exerciseRemarks: [ReportRemark] {
        var remarks: [ReportRemark] = []
        var (ungraded, withoutTime) = (0, 0)
        let known = Set(request.course?.exercises.map { ByteName($0.id) } ?? [])
        for (number, id) in columns {
            guard let number, let tally = builder.exercises[number] else { continue }
            ungraded += tally.unknownAttempts
            withoutTime += tally.withoutTime
            if tally.versions.count > 1 {
                remarks.append(.severalVersions(exercise: id, versions: tally.versions.count))
            }
            if request.course != nil, !known.contains(ByteName(id)) {
                remarks.append(.unknownExercise(exercise: id, attempts: tally.attempts))
            }
        }
        if ungraded > 0 { remarks.append(.notGraded(attempts: ungraded)) }
        if withoutTime > 0 { remarks.append(.withoutTime(attempts: withoutTime)) }
        return remarks
    }
}
