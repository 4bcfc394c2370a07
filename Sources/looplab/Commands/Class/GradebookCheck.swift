// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Markup
internal import SQLStorage

/// `looplab class verify`: finds what is no longer as it was recorded.
struct GradebookCheck {
    private static let longestList = 50

    var files: [String]
    var options: ClassOptions

    func perform() throws(CommandError) -> Int32 {
        var results: [(file: String, result: GradebookVerification)] = []
        if files.isEmpty {
            let files = ClassFiles(options)
            try files.requireGradebook()
            results.append((files.gradebook, try Self.verify(files.gradebook)))
        }
        for file in files { results.append((file, try Self.verify(file))) }
        _ =
            try options.isJSON
            ? StandardOutput.print(Self.json(results)) : ClassWords.print(results.map(Self.text).joined())
        return results.contains { !$0.result.damage.isEmpty } ? 1 : 0
    }

    private static func verify(_ path: String) throws(CommandError) -> GradebookVerification {
        do throws(CommandError) {
            let store = try ClassFiles.open(path, .readOnly)
            return try GradebookChoice.catching { () throws(GradebookError) in try store.verify() }
        } catch .gradebook(.storage(.damaged(_, let detail))) {
            // So damaged that it does not even open: that is what was asked.
            return GradebookVerification(damage: [.file(detail)])
        }
    }

    private static func text(_ file: String, _ result: GradebookVerification) -> String {
        let size =
            "\(CountedNoun.text(result.entries, "record")) of \(CountedNoun.text(result.devices, "device")), "
            + CountedNoun.text(result.results, "result")
        let name = ClassWords.shown(file)
        if result.damage.isEmpty { return "\(name): \(size): each is as it was recorded\n" }
        let sentences = ErrorText.sentences(for: result.damage)
        let count = sentences.count + result.furtherDamage
        var text = "\(name): \(size): \(CountedNoun.text(count, "finding"))\n"
        for sentence in sentences.prefix(longestList) {
            let rows = TextLayout.wrap(ClassWords.shown(sentence), to: 76, mark: "…")
            text += rows.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 + "\n" }.joined()
        }
        if count > longestList { text += "  and \(count - longestList) more; --json lists up to 1000\n" }
        return text + "Nothing was changed. A copy from before, or another's gradebook, has what was recorded.\n"
    }

    private static func json(_ results: [(file: String, result: GradebookVerification)]) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        json.list("files", results) { check, json in
            json.member("file", check.file)
            json.member("devices", check.result.devices)
            json.member("records", check.result.entries)
            json.member("results", check.result.results)
            json.member("damage", check.result.damage.map { ErrorText.sentence(for: $0) })
            json.member("furtherDamage", check.result.furtherDamage)
        }
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
