// SPDX-License-Identifier: MIT

extension String {
    /// The text in which each scalar that has a replacement stands as that.
    func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result += text
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// The references that stand for the characters which mean something in both HTML and XML.
enum CharacterReference {
    /// The reference for a scalar; nil for one that may stand as it is.
    static func of(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }
}
