// SPDX-License-Identifier: MIT
internal import SQLStorage

/// Gives learners the names that are shown: the only place that does.
struct ShownNames {
    private var masks: [ByteName: String]?

    /// `everybody` is the whole class, whatever the report is about, so that numbers are the same in all its reports.
    init(isAnonymous: Bool, everybody: some Sequence<String>) {
        guard isAnonymous else { return }
        // By a hash, so that the numbers do not give the order of the names away.
        let names = Set(everybody.map { ByteName($0) })
            .map { (key: ChainHash.of(Array("looplab learner \($0.text)".utf8)).bytes, name: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        let width = max(3, String(names.count).count)
        var masks: [ByteName: String] = [:]
        for (index, entry) in names.enumerated() {
            let number = String(index + 1)
            masks[entry.name] = "Learner " + String(repeating: "0", count: width - number.count) + number
        }
        self.masks = masks
    }

    /// What a learner is called in the report.
    func shown(_ name: String) -> String {
        guard let masks else { return name }
        return masks[ByteName(name)] ?? "Learner ?"
    }

    /// What a file is called in the report: files of learners are often named after them.
    func shown(file: String, number: Int) -> String { masks == nil ? file : "file \(number)" }
}
