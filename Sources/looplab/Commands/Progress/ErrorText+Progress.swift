// SPDX-License-Identifier: MIT
internal import Progress

// What is wrong with a learner's progress: its file, its attempts, what is imported.
extension ErrorText {
    static func exitCode(of error: ProgressError) -> Int32 {
        switch error {
        case .badExport, .conflicting, .untrustworthy, .invalidAttempt: 2
        default: 3
        }
    }

    static func text(of error: ProgressError) -> String {
        switch error {
        case .noPlace: "there is no place for your progress: HOME is not set; LOOPLAB_DB names a file for it"
        case .storage(let error): text(of: error, as: .progress)
        case .invalidAttempt(let field): "an attempt cannot be kept: \(words(for: field))"
        case .badExport(let file, let line, let problem): "\(file):\(line): \(text(of: problem))"
        case .conflicting(let places): text(ofConflicts: places)
        case .untrustworthy(let path, let damage):
            "\(path) is not as it was recorded, so nothing of it was taken:" + indented(damage.map(sentence))
        }
    }

    private static func text(ofConflicts places: [AttemptPlace]) -> String {
        "two different attempts have one number, so nothing was taken; one side was edited, or copied and used twice:"
            + indented(places.map(name))
    }

    private static func indented(_ sentences: [String]) -> String {
        let limit = 20
        let rest = sentences.count > limit ? ["and \(sentences.count - limit) more"] : []
        return (sentences.prefix(limit) + rest).map { "\n  \($0)" }.joined()
    }

    private static func name(_ place: AttemptPlace) -> String {
        "attempt \(place.id.number) of device \(place.id.device), at \(place.exercise)"
    }

    // MARK: - Damage

    /// One finding of `progress verify`.
    static func sentence(for damage: ProgressDamage) -> String {
        switch damage {
        case .file(let words): "the file itself is damaged: \(words)"
        case .schema(let name): "'\(name)' in the database's schema was changed, or is missing or too many"
        case .edited(let place): "\(name(place)): was edited; its fields do not have its hash"
        case .replaced(let place): "\(name(place)): was replaced; what follows it followed another one"
        case .unreadable(let place): "\(name(place)): cannot be read"
        case .missing(let device, let numbers):
            numbers.count == 1
                ? "attempt \(numbers.lowerBound) of device \(device) is missing"
                : "attempts \(numbers.lowerBound) to \(numbers.upperBound) of device \(device) are missing"
        case .beyondHead(let place): "\(name(place)): stands beyond the end that was noted for its device"
        case .summaries(let kind): "the sums of \(kind.rawValue) are not what the attempts add up to"
        }
    }

    // MARK: - Exports

    private static func text(of problem: ExportProblem) -> String {
        switch problem {
        case .noHeader: "this is no export of looplab progress, nor a progress file"
        case .newer(let version, let supported):
            "a newer LoopLab made this export: version \(version), this one reads up to \(supported)"
        case .json(let column, let expected): "column \(column): expected \(text(of: expected))"
        case .missingField(let name): "the field \"\(name)\" is missing; nothing was taken"
        case .badField(let name): "the field \"\(name)\" has a value that it cannot have; nothing was taken"
        case .unknownRecord(let name): "there is no record of the kind \"\(name)\"; nothing was taken"
        case .edited(let place): "\(name(place)): was edited; its fields do not have its hash; nothing was taken"
        case .brokenChain(let place): "\(name(place)): does not follow the one before it; nothing was taken"
        case .gap(let device, let number): "attempt \(number) of device \(device) is missing; nothing was taken"
        case .truncated: "the export is not whole: it was cut off; nothing was taken"
        case .afterEnd: "something stands after the end of the export; nothing was taken"
        }
    }

    private static func words(for field: AttemptField) -> String {
        switch field {
        case .name(let name):
            name.isEmpty ? "a name in it is empty" : "the name '\(name.prefix(40))…' has more than 512 bytes"
        case .size: "the answer and its lists have more than 1 MiB"
        case .points: "its points are negative, or more than is possible"
        case .count: "its hints or its duration are out of range"
        case .time: "its times are out of range; is the clock right?"
        }
    }

    /// Says on standard error where an export went and how it is used.
    static func reportExport(_ path: String, attempts: Int) {
        let count = attempts == 1 ? "1 attempt" : "\(attempts) attempts"
        write("wrote \(path) (\(count)); looplab progress import adds it on another device")
    }
}
