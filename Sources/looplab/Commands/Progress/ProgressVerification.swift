// SPDX-License-Identifier: MIT
internal import Markup
internal import Progress
internal import SQLStorage

/// `looplab progress verify`: checks the whole database.
struct ProgressVerification {
    private static let longestList = 20

    var isJSON: Bool
    var rebuilds: Bool

    func perform() throws(CommandError) -> Int32 {
        let result: Verification
        do throws(ProgressError) {
            result = try verify()
        } catch .storage(.damaged(_, let detail)) {
            // So damaged that it does not even open: that is what was asked.
            result = Verification(damage: [.file(detail)])
        } catch {
            throw .progress(error)
        }
        _ = try StandardOutput.print(isJSON ? Self.json(result) : Self.text(result))
        return result.damage.isEmpty ? 0 : 1
    }

    private func verify() throws(ProgressError) -> Verification {
        let path = try ProgressLocation.path { ProcessEnvironment[$0] }
        if rebuilds { try ProgressStore(path: path, mode: .readWrite).rebuildSummaries() }
        return try ProgressStore(path: path, mode: .readOnly).verify()
    }

    private static func text(_ result: Verification) -> String {
        let size = "\(CountedNoun.text(result.attempts, "attempt")) of \(CountedNoun.text(result.devices, "device"))"
        if result.damage.isEmpty {
            return "\(size): every chain is whole, every sum is right\n"
        }
        var text = "\(size): \(CountedNoun.text(result.damage.count, "finding"))\n"
        for damage in result.damage.prefix(longestList) { text += "  \(ErrorText.sentence(for: damage))\n" }
        if result.damage.count > longestList { text += "  and \(result.damage.count - longestList) more\n" }
        text +=
            result.damage.contains(where: \.concernsAttempts)
            ? "Nothing was changed. An export from before, or another device's, has the attempts as they were.\n"
            : "The attempts themselves are whole: looplab progress verify --rebuild makes the sums anew.\n"
        return TerminalText.escaped(text)
    }

    private static func json(_ result: Verification) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        json.member("devices", result.devices)
        json.member("attempts", result.attempts)
        json.member("damage", result.damage.map { ErrorText.sentence(for: $0) })
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
