// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Progress
internal import Results
internal import YAMLFields

extension ClassReport {
    /// Reads what there is and makes a report of it.
    ///
    /// Attempts are gone through once, a learner at a time. A file that cannot be read is a remark of the report as
    /// long as there are others. Throws `unknown` where what the report should be about is not there.
    public init(of input: ReportInput, _ request: ClassReportRequest) throws(ReportError) {
        let without = input.unreadable.map { SourceRemark.unreadable(path: $0.path, $0.error) }
        switch input.source {
        case .gradebook(let path):
            let store = try Self.gradebook { () throws(GradebookError) in
                try GradebookStore(path: path, mode: .readOnly)
            }
            // All reads see one state of the gradebook, whoever writes meanwhile.
            var result: Result<ClassReport, ReportError>?
            try Self.gradebook { () throws(GradebookError) in
                try store.reading { (store) throws(GradebookError) in
                    do throws(ReportError) {
                        result = .success(try Self.report(of: store, request, without))
                    } catch {
                        result = .failure(error)
                    }
                }
            }
            guard let result else { preconditionFailure("a transaction ended without its body") }
            self = try result.get()
        case .progress(let paths):
            var source = try ProgressAttempts(paths, course: request.course?.id, without: without)
            self = try Self.report(of: &source, request, ClassRegister(request.policy))
        case .results(let paths):
            var source = try ResultAttempts(paths, without: without)
            self = try Self.report(of: &source, request, ClassRegister(request.policy))
        }
    }

    private static func gradebook<Value>(
        _ body: () throws(GradebookError) -> Value
    ) throws(ReportError) -> Value {
        do throws(GradebookError) {
            return try body()
        } catch {
            throw .gradebook(error)
        }
    }

    private static func report(
        of store: GradebookStore, _ request: ClassReportRequest, _ without: [SourceRemark]
    ) throws(ReportError) -> ClassReport {
        let (register, source) = try gradebook { () throws(GradebookError) in
            let names = try store.names()
            let register = ClassRegister(
                request.policy, enrolments: try store.enrolments(), overrides: try store.overrides(names),
                lastRecorded: try store.lastRecorded(), spelling: { names.learner($0) })
            // One learner or one exercise is found by an index.
            let exercise: String? = if case .exercise(let id) = request.scope { id } else { nil }
            guard case .learner(let name) = request.scope else {
                return (register, try GradebookAttempts(store, without: without, exercise: exercise))
            }
            let learner = ByteName(names.learner(name))
            return (register, try GradebookAttempts(store, without: without) { ByteName(names.learner($0)) == learner })
        }
        var reading = source
        return try report(of: &reading, request, register)
    }

    private static func report(
        of source: inout some AttemptSource, _ request: ClassReportRequest, _ register: ClassRegister
    ) throws(ReportError) -> ClassReport {
        let spellings = Spellings(source.learners, register)
        var request = request
        if case .learner(let name) = request.scope { request.scope = .learner(spellings.learner(name)) }
        let everybody = register.learners + spellings.learners.filter { !register.hasLeft($0) }
        let shown = ShownNames(isAnonymous: request.isAnonymous, everybody: everybody)
        var builder = ReportBuilder(
            request, shown: shown, sections: register.sections, overrides: register.overrides)
        var seen: Set<ByteName> = []
        var left: Set<ByteName> = []
        var parts: [ByteName: SourceLearner] = [:]
        // The names grow while the source is read, so they come with each learner.
        try source.forEachLearner { (learner, names) throws(ReportError) in
            var learner = learner
            learner.name = spellings.learner(learner.name)
            let name = ByteName(learner.name)
            if register.hasLeft(learner.name) {
                left.insert(name)
                return
            }
            seen.insert(name)
            if spellings.areSeveral(learner.name) {
                parts[name, default: SourceLearner(name: learner.name)].add(learner)
            } else {
                builder.add(learner, names, recordedUntil: register.lastRecorded)
            }
        }
        for (_, learner) in parts.sorted(by: { $0.key < $1.key }) {
            builder.add(learner, source.names, recordedUntil: register.lastRecorded)
        }
        for name in Set(everybody.map { ByteName($0) }).subtracting(seen).sorted() { builder.add(idle: name.text) }
        let assembly = ReportAssembly(builder, names: source.names, register: register)
        try assembly.check(everybody)
        var report = try assembly.report { (number) throws(ReportError) in try source.text(number) }
        report.remarks = assembly.remarks(source.remarks, left: left.count)
        return report
    }
}
