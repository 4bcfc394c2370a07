// SPDX-License-Identifier: MIT

/// Where something is, as tools that show files name it: from the directory in which the batch was started.
struct ReportPlace {
    let path: String
    /// From 1; nil where nobody knows.
    let line: Int?
    let column: Int?

    /// The place of a case in a submission.
    ///
    /// A result names files as the submission does: its own file by the last part of its path, others from there.
    init(of place: CheckResult.Place?, in result: SubmissionResult) {
        line = place.map { max($0.line, 1) }
        column = place.map { max($0.column, 1) }
        let directory = result.path.lastIndex(of: "/").map { result.path[...$0] } ?? ""
        let name = result.path[directory.endIndex...]
        guard let file = place?.file, !file.isEmpty, file != name, file != result.path else {
            path = result.path
            return
        }
        let isWhole = file.hasPrefix("/") || !directory.isEmpty && file.hasPrefix(directory)
        path = isWhole ? file : directory + file
    }

    /// The path as a URI reference (RFC 3986): relative paths stay relative.
    var uri: String {
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~/!$&'()*+,;=@".contains(character) {
                text.append(character)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (byte < 16 ? "0" : "") + digits
            }
        }
        return text
    }
}
