// SPDX-License-Identifier: MIT
internal import CivilTime
public import Results
internal import YAMLFields

/// Reads the kinds of values that class files have: moments, lengths of time, shares, points.
struct ClassValues {
    /// Minutes by which the class is ahead of UTC; nil where the file does not say.
    let offset: Int?

    fileprivate static let largestPoints = 100_000
    private static let longest: Int64 = 3_660 * 86_400_000

    /// The field `timezone`.
    static func offset(_ fields: inout FieldReader) -> Int? {
        guard let text = fields.text("timezone", isRequired: false) else { return nil }
        if let offset = Timestamp.offset(text) { return offset }
        note(.notAnOffset(text), "timezone", &fields)
        return nil
    }

    /// A moment, in milliseconds since 1970; nil where the field is not there.
    func moment(_ name: String, _ fields: inout FieldReader) -> Int64? {
        guard let text = fields.text(name, isRequired: false) else { return nil }
        switch Timestamp.reading(text, offset: offset) {
        case .moment(let time): return time.milliseconds
        case .noOffset: Self.note(.momentWithoutOffset(text), name, &fields)
        case .unreadable: Self.note(.notAMoment(text), name, &fields)
        }
        return nil
    }

    /// A length of time in milliseconds; nil where the field is not there.
    func duration(_ name: String, _ fields: inout FieldReader) -> Int64? {
        guard let text = fields.text(name, isRequired: false) else { return nil }
        if let time = Self.duration(text) { return time }
        Self.note(.notADuration(text), name, &fields)
        return nil
    }

    /// Points; nil where the field is not there.
    func points(_ name: String, _ fields: inout FieldReader) -> Points? {
        guard let text = fields.text(name, isRequired: false) else { return nil }
        if let number = Self.thousandths(text), number <= Self.largestPoints * 1_000 {
            return Points(thousandths: number)
        }
        Self.note(.notPoints(text), name, &fields)
        return nil
    }

    /// A share in thousandths; nil where the field is not there.
    func share(_ name: String, _ fields: inout FieldReader) -> Int? {
        guard let text = fields.text(name, isRequired: false) else { return nil }
        // 12.5% has 12500 thousandths of a percent.
        if text.hasSuffix("%"), let number = Self.thousandths(String(text.dropLast())), number <= 100_000,
            number % 100 == 0
        {
            return number / 100
        }
        Self.note(.notAShare(text), name, &fields)
        return nil
    }

    // MARK: - Late

    /// The field `late`; nil where something is wrong with it.
    func late(_ fields: inout FieldReader) -> LatePolicy? {
        guard let node = fields.node("late") else { return nil }
        let names = ["grace", "per-day", "per-hour", "steps", "max", "of"]
        guard var inner = FieldReader(node, file: fields.file, known: names) else {
            fields.fault("late", .notA(.mapping), TextPlace(node, in: fields.file))
            return nil
        }
        let rate = rate(&inner)
        let grace = duration("grace", &inner)
        let limit = share("max", &inner)
        let basis = inner.choice("of", LatePolicy.Basis.self, isRequired: false)
        fields.add(inner.problems)
        return rate.map { LatePolicy(rate: $0, grace: grace ?? 0, limit: limit ?? 1_000, basis: basis ?? .earned) }
    }

    private func rate(_ fields: inout FieldReader) -> LatePolicy.Rate? {
        let ways = ["per-day", "per-hour", "steps"]
        let given = ways.filter { fields.has($0) }
        guard let way = given.first else {
            fields.fault("per-day", .oneOf(ways))
            return nil
        }
        for other in given.dropFirst() { fields.fault(other, .notWith(way)) }
        switch way {
        case "per-day": return share(way, &fields).map { .perDay($0) }
        case "per-hour": return share(way, &fields).map { .perHour($0) }
        default: return steps(&fields).map { .steps($0) }
        }
    }

    private func steps(_ fields: inout FieldReader) -> [LatePolicy.Step]? {
        guard let items = fields.items("steps", count: 1...50, .mappings) else { return nil }
        var steps: [LatePolicy.Step] = []
        for item in items {
            guard var inner = FieldReader(item, file: fields.file, known: ["after", "minus"]) else {
                fields.fault("steps", .notA(.mappings), TextPlace(item, in: fields.file))
                continue
            }
            for name in ["after", "minus"] where !inner.has(name) { inner.fault(name, .missing) }
            let after = duration("after", &inner)
            let share = share("minus", &inner)
            if let after, let share {
                if let last = steps.last, after <= last.after || share < last.share {
                    Self.note(.stepsDoNotRise, "after", &inner)
                }
                steps.append(LatePolicy.Step(after: after, share: share))
            }
            fields.add(inner.problems)
        }
        return steps
    }

    // MARK: - Texts

    private static func note(_ fault: PolicyFault, _ name: String, _ fields: inout FieldReader) {
        fields.add([ClassProblem(fields.valuePlace(name), .policy(name, fault))])
    }

    /// The milliseconds of `15m`, `2h`, `1d12h`, `1w`, or `0`.
    static func duration(_ text: String) -> Int64? {
        if text == "0" { return 0 }
        let units: [(Character, Int64)] = [
            ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000),
        ]
        var sum: Int64 = 0
        var digits = ""
        var allowed = units[...]
        for letter in text {
            if letter.isASCII, letter.isNumber {
                digits.append(letter)
                continue
            }
            // Each unit once, the larger ones first.
            guard let index = allowed.firstIndex(where: { $0.0 == letter }), digits.count <= 6,
                let number = Int64(digits)
            else { return nil }
            sum += number * units[index].1
            allowed = units[(index + 1)...]
            digits = ""
        }
        return digits.isEmpty && !text.isEmpty && sum <= longest ? sum : nil
    }

    /// The thousandths of a decimal that is not negative and has at most three places.
    static func thousandths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isDecimal = parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { 48...57 ~= $0 } }
        guard isDecimal, 1...2 ~= parts.count, parts[0].count <= 12, let whole = Int(parts[0]) else { return nil }
        guard parts.count == 2 else { return whole * 1_000 }
        guard parts[1].count <= 3, let part = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].count))
        else { return nil }
        return whole * 1_000 + part
    }
}

extension Points {
    /// Reads points as a class file writes them: not negative, with three decimals at most.
    public init?(written text: String) {
        guard let number = ClassValues.thousandths(text), number <= ClassValues.largestPoints * 1_000 else {
            return nil
        }
        self.init(thousandths: number)
    }
}
