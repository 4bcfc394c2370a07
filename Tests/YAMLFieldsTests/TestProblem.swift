// SPDX-License-Identifier: MIT
import YAMLFields

/// A problem that is one of the two kinds that readers find.
struct TestProblem: ReadingProblem, Equatable {
    enum Kind: Equatable {
        case yaml(YAMLFault)
        case field(String, FieldFault)
    }

    var place: TextPlace
    var kind: Kind

    init(_ place: TextPlace, _ fault: YAMLFault) {
        self.place = place
        kind = .yaml(fault)
    }

    init(_ place: TextPlace, field: String, _ fault: FieldFault) {
        self.place = place
        kind = .field(field, fault)
    }
}

typealias YAMLReader = YAMLFields.YAMLReader<TestProblem>
typealias FieldReader = YAMLFields.FieldReader<TestProblem>
