// SPDX-License-Identifier: MIT
internal import YAMLFields

typealias YAMLReader = YAMLFields.YAMLReader<CourseProblem>
typealias FieldReader = YAMLFields.FieldReader<CourseProblem>

extension FieldReader {
    /// Notes that a field says something that it cannot say.
    mutating func fault(_ name: String, _ fault: ValueFault, _ place: TextPlace) {
        add([CourseProblem(place, .value(name, fault))])
    }
}
