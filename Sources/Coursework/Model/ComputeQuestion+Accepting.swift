// SPDX-License-Identifier: MIT

extension ComputeQuestion {
    /// The number that a line holds, as the last line of a solution or as an answer; nil for anything else.
    ///
    /// Digits with an optional sign, point and exponent. No `NaN`, no infinity, no hexadecimal digits.
    public static func number(_ line: String) -> Double? {
        let text = line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        guard let first = text.first, first.isASCII, first.isNumber || first == "-" || first == "+" || first == ".",
            text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) })
        else { return nil }
        guard let number = Double(String(text)), number.isFinite else { return nil }
        return number
    }

    /// Whether an answer is near enough to the number.
    ///
    /// A thousand-millionth of the number is always forgiven: a sum of decimal fractions is off by as much.
    public func accepts(_ answer: Double, key: Double) -> Bool {
        let allowed =
            switch tolerance {
            case .absolute(let distance): distance
            case .relative(let part): part * key.magnitude
            }
        return (answer - key).magnitude <= allowed + key.magnitude * 1e-9
    }
}
