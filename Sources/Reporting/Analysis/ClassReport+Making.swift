// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Progress
internal import Results
internal import YAMLFields

extension ClassReport {
    /// Reads what there is and makes a report of it.
    ///
    /// Attempts are gone through once, a learner at a time. A progress file that cannot be read is a remark of the
    /// report as long as there are others. Throws `unknown` where what the report should be about is not there.
    public init(of input: ReportInput, _ request: ClassReportRequest) throws(ReportError) {
        switch input {
        case .gradebook(let path):
            let store = try Self.gradebook { () throws(GradebookError) in
                try GradebookStore(path: path, mode: .readOnly)
            }
            // All reads see one state of the gradebook, whoever writes meanwhile.
            var result: Result<ClassReport, ReportError>?
            try Self.gradebook { () throws(GradebookError) in
                try store.reading { (store) throws(GradebookError) in
                    do throws(ReportError) {
                        result = .success(try Self.report(of: store, request))
                    } catch {
                        result = .failure(error)
                    }
                }
            }
            guard let result else { preconditionFailure("a transaction ended without its body") }
            self = try result.get()
        case .progress(let paths):
            var source = try ProgressAttempts(paths, course: request.course?.id)
            self = try Self.report(of: &source, request, ClassRegister(request.policy))
        case .results(let paths):
            let archive: ResultArchive
            do throws(ResultsError) {
                archive = try ResultArchive(files: paths)
            } catch {
                throw .results(error)
            }
            var source = ResultAttempts(archive)
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

    private static func report(of store: GradebookStore, _ request: ClassReportRequest) throws(ReportError)
        -> ClassReport
    {
        let (register, source) = try gradebook { () throws(GradebookError) in
            let register = ClassRegister(
                request.policy, enrolments: try store.enrolments(), decisions: try store.decisions(),
                lastRecorded: try store.lastRecorded())
            // One learner or one exercise is found by an index.
            let learner: String? = if case .learner(let name) = request.scope { name } else { nil }
            let exercise: String? = if case .exercise(let id) = request.scope { id } else { nil }
            return (register, try GradebookAttempts(store, learner: learner, exercise: exercise))
        }
        var reading = source
        return try report(of: &reading, request, register)
    }

    private static func report(
        of source: inout some AttemptSource, _ request: ClassReportRequest, _ register: ClassRegister
    ) throws(ReportError) -> ClassReport {
        let everybody = register.learners + source.learners.filter { !register.hasLeft($0) }
        let shown = LearnerNames(isAnonymous: request.isAnonymous, everybody: everybody)
        var builder = ReportBuilder(
            request, shown: shown, sections: register.sections, overrides: register.overrides)
        var seen: Set<ByteName> = []
        var left: Set<ByteName> = []
        // The names grow while the source is read, so they come with each learner.
        try source.forEachLearner { (learner, names) throws(ReportError) in
            if register.hasLeft(learner.name) {
                left.insert(ByteName(learner.name))
                return
            }
            seen.insert(ByteName(learner.name))
            builder.add(learner, names, recordedUntil: register.lastRecorded)
        }
        for name in Set(everybody.map { ByteName($0) }).subtracting(seen).sorted() { builder.add(idle: name.text) }
        let assembly = ReportAssembly(builder, names: source.names, register: register)
        try assembly.check(everybody)
        var report = try assembly.report { (number) throws(ReportError) in try source.text(number) }
        report.remarks = assembly.remarks(source.remarks, left: left.count)
        return report
    }
}

/// What is known of the people of a class: sections, who has left, what was decided.
struct ClassRegister {
    /// By learner, the sections in the order of the class.
    private(set) var sections: [ByteName: [String]] = [:]
    /// The names of all sections.
    private(set) var sectionNames: [String] = []
    /// What people decided that the class file does not say.
    private(set) var overrides: [ReportBuilder.DecisionKey: ClassPolicy.Override] = [:]
    /// The names that people use.
    private(set) var fullNames: [ByteName: String] = [:]
    /// Those who are in a section or enrolled.
    private(set) var learners: [String] = []
    /// When something was recorded last, in milliseconds since 1970.
    let lastRecorded: Int64?
    private var left: Set<ByteName> = []

    init(
        _ policy: ClassPolicy, enrolments: [Enrolment] = [], decisions: [Decision] = [], lastRecorded: Int64? = nil
    ) {
        self.lastRecorded = lastRecorded
        for section in policy.sections {
            sectionNames.append(section.name)
            for learner in section.learners { add(learner, to: section.name) }
        }
        for enrolment in enrolments {
            let key = ByteName(enrolment.learner)
            fullNames[key] = enrolment.fullName
            if !enrolment.isActive {
                // A class file that still names somebody comes before a roster that does not.
                if sections[key] == nil { left.insert(key) }
                continue
            }
            learners.append(enrolment.learner)
            // Where the class file has sections, it alone decides.
            if policy.sections.isEmpty, let section = enrolment.section {
                if !sectionNames.contains(section) { sectionNames.append(section) }
                add(enrolment.learner, to: section)
            }
        }
        for decision in decisions {
            let key = ReportBuilder.DecisionKey(
                learner: ByteName(decision.learner), exercise: ByteName(decision.exercise))
            overrides[key] = decision.override
        }
    }

    private mutating func add(_ learner: String, to section: String) {
        let key = ByteName(learner)
        if sections[key] == nil { learners.append(learner) }
        if sections[key]?.contains(section) != true { sections[key, default: []].append(section) }
    }

    /// Whether somebody was in the class and is no more.
    func hasLeft(_ learner: String) -> Bool { left.contains(ByteName(learner)) }
}
