// SPDX-License-Identifier: MIT

/// How a stretch of text looks where colour is used; what it says never depends on it.
public struct TextStyle: Hashable, Sendable {
    /// A colour of the terminal's own palette, so that it fits a dark and a light one.
    public enum Color: UInt8, Sendable, CaseIterable {
        case red = 31
        case green
        case yellow
        case blue
        case magenta
        case cyan
    }

    /// The colour of the letters; nil for the terminal's own.
    public var color: Color?
    /// Whether it stands out.
    public var isBold: Bool
    /// Whether it stands back.
    public var isFaint: Bool
    /// Whether letters and ground change places.
    public var isInverse: Bool
    /// Whether a line runs below it.
    public var isUnderlined: Bool

    /// Makes a style from its parts.
    public init(
        _ color: Color? = nil, isBold: Bool = false, isFaint: Bool = false, isInverse: Bool = false,
        isUnderlined: Bool = false
    ) {
        self.color = color
        self.isBold = isBold
        self.isFaint = isFaint
        self.isInverse = isInverse
        self.isUnderlined = isUnderlined
    }

    /// Text as it comes.
    public static let plain = TextStyle()
    /// Text that stands out.
    public static let bold = TextStyle(isBold: true)
    /// Text that stands back.
    public static let faint = TextStyle(isFaint: true)

    /// The parameters of the control sequence SGR (ECMA-48, 8.3.117); empty for plain text.
    var parameters: String {
        var numbers: [UInt8] = []
        if isBold { numbers.append(1) }
        if isFaint { numbers.append(2) }
        if isUnderlined { numbers.append(4) }
        if isInverse { numbers.append(7) }
        if let color { numbers.append(color.rawValue) }
        return numbers.map { "\($0)" }.joined(separator: ";")
    }
}
