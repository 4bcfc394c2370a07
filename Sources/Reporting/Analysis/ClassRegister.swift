// SPDX-License-Identifier: MIT
internal import Gradebook

/// What is known of the people of a class: how they are called, sections, who has left, what was decided.
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
    /// The name that counts of the several that a learner may have.
    let spelling: (String) -> String
    private var left: Set<ByteName> = []

    init(
        _ policy: ClassPolicy, enrolments: [Enrolment] = [],
        overrides: [OverrideSubject: ClassPolicy.Override] = [:], lastRecorded: Int64? = nil,
        spelling: @escaping (String) -> String = { $0 }
    ) {
        self.lastRecorded = lastRecorded
        self.spelling = spelling
        for section in policy.sections {
            sectionNames.append(section.name)
            for learner in section.learners { add(spelling(learner), to: section.name) }
        }
        for enrolment in enrolments {
            let key = ByteName(enrolment.learner)
            fullNames[key] = enrolment.fullName
            if !enrolment.isActive {
                // A class file that still names somebody comes before a roster that does not.
                if sections[key] == nil { left.insert(key) }
                continue
            }
            // Whom the class file puts into a section is in that one, whatever the roster says.
            if sections[key] == nil, let section = enrolment.section {
                if !sectionNames.contains(section) { sectionNames.append(section) }
                add(enrolment.learner, to: section)
            } else {
                learners.append(enrolment.learner)
            }
        }
        for (subject, override) in overrides {
            let key = ReportBuilder.DecisionKey(
                learner: ByteName(subject.learner), exercise: ByteName(subject.exercise))
            self.overrides[key] = override
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

/// Which names of a source mean one learner.
///
/// Names that Unicode takes for the same are one (canonical equivalence, UAX #15), since a file system may have written
/// a name in another way than the class file; and those that the gradebook's roster lists as one.
struct Spellings {
    /// The learners of the source, each once, by the name that counts.
    let learners: [String]
    // Strings are equal here where they are canonically equivalent.
    private var counted: [String: String] = [:]
    private var several: Set<ByteName> = []
    private let spelling: (String) -> String

    /// Those of the class come first: their spelling counts.
    init(_ names: [String], _ register: ClassRegister) {
        spelling = register.spelling
        for name in register.learners where counted[name] == nil { counted[name] = name }
        var parts: [ByteName: Int] = [:]
        for name in Set(names.map { ByteName($0) }).sorted() {
            let spelled = register.spelling(name.text)
            let learner = counted[spelled] ?? spelled
            counted[spelled] = learner
            parts[ByteName(learner), default: 0] += 1
        }
        several = Set(parts.filter { $0.value > 1 }.keys)
        learners = parts.keys.sorted().map(\.text)
    }

    /// The name that counts.
    func learner(_ name: String) -> String {
        let spelled = spelling(name)
        return counted[spelled] ?? spelled
    }

    /// Whether the source tells of a learner under several names.
    func areSeveral(_ learner: String) -> Bool { several.contains(ByteName(learner)) }
}
