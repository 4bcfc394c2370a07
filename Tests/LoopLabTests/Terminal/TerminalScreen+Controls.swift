// SPDX-License-Identifier: MIT
/// What characters, controls and escape sequences do to the screen.
extension TerminalScreen {
    /// Carries out one thing the terminal was told.
    ///
    /// - Parameter item: a character, a control or a sequence.
    mutating func apply(_ item: ControlSequenceParser.Item) {
        switch item {
        case .print(let scalar): show(scalar)
        case .control(let code): control(code)
        case .escape(let intermediates, let final): escape(intermediates, final)
        case .csi(let mark, let parameters, _, let final): csi(mark, parameters, final)
        case .osc(let text):
            if text.hasPrefix("0;") || text.hasPrefix("2;") { title = String(text.dropFirst(2)) }
        }
    }

    private mutating func show(_ scalar: Unicode.Scalar) {
        let width = Self.width(of: scalar)
        if width == 0 { return combine(scalar) }
        if isWrapPending || cursor.column + width > columns {
            if privateModes.contains(7) {
                grid[cursor.row].wraps = true
                cursor.column = 0
                lineFeed()
            } else {
                cursor.column = columns - width
            }
        }
        isWrapPending = false
        eraseHalves(from: cursor.column, count: width)
        let text = drawsLines ? Self.lineDrawing[scalar] ?? String(scalar) : String(scalar)
        grid[cursor.row].cells[cursor.column] = Cell(text: text, style: style)
        if width == 2 { grid[cursor.row].cells[cursor.column + 1] = Cell(text: "", style: style) }
        if cursor.column + width < columns {
            cursor.column += width
        } else {
            cursor.column = columns - 1
            isWrapPending = true
        }
    }

    private mutating func combine(_ mark: Unicode.Scalar) {
        var column = isWrapPending ? cursor.column : cursor.column - 1
        while column > 0, grid[cursor.row].cells[column].text.isEmpty { column -= 1 }
        guard column >= 0 else { return }
        grid[cursor.row].cells[column].text.unicodeScalars.append(mark)
    }

    /// Overwriting half of a wide character destroys the other half.
    private mutating func eraseHalves(from column: Int, count: Int) {
        if grid[cursor.row].cells[column].text.isEmpty, column > 0 { grid[cursor.row].cells[column - 1] = Cell() }
        let after = column + count
        if after < columns, grid[cursor.row].cells[after].text.isEmpty { grid[cursor.row].cells[after] = Cell() }
    }

    private mutating func control(_ code: UInt8) {
        switch code {
        case 0x07: bells += 1
        case 0x08: move(column: cursor.column - 1)
        case 0x09: move(column: (cursor.column / 8 + 1) * 8)
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: move(column: 0)
        case 0x0E: drawsLines = true
        case 0x0F: drawsLines = false
        default: break
        }
    }

    private mutating func escape(_ intermediates: [UInt8], _ final: UInt8) {
        switch (intermediates.first, Character(UnicodeScalar(final))) {
        case (nil, "7"): savedCursor = cursor
        case (nil, "8"): move(row: savedCursor.row, column: savedCursor.column)
        case (nil, "D"): lineFeed()
        case (nil, "E"):
            move(column: 0)
            lineFeed()
        case (nil, "M"): reverseLineFeed()
        case (nil, "c"): self = TerminalScreen(columns: columns, rows: rows)
        case (UInt8(ascii: "("), let set): drawsLines = set == "0"
        default: break
        }
    }

    private mutating func csi(_ mark: UInt8?, _ parameters: [Int?], _ final: UInt8) {
        func parameter(_ index: Int, _ standard: Int = 1) -> Int {
            let value = index < parameters.count ? parameters[index] ?? standard : standard
            return value == 0 ? standard : value
        }
        let name = Character(UnicodeScalar(final))
        if mark == UInt8(ascii: "?") {
            if name == "h" || name == "l" { setModes(parameters.compactMap { $0 }, name == "h") }
            return
        }
        guard mark == nil else { return }
        switch name {
        case "A": move(row: max(cursor.row - parameter(0), 0), column: cursor.column)
        case "B", "e": move(row: cursor.row + parameter(0), column: cursor.column)
        case "C", "a": move(column: cursor.column + parameter(0))
        case "D": move(column: cursor.column - parameter(0))
        case "E": move(row: cursor.row + parameter(0), column: 0)
        case "F": move(row: cursor.row - parameter(0), column: 0)
        case "G", "`": move(column: parameter(0) - 1)
        case "H", "f": move(row: parameter(0) - 1, column: parameter(1) - 1)
        case "I": for _ in 0..<parameter(0) { control(0x09) }
        case "Z": move(column: (cursor.column - 1) / 8 * 8)
        case "d": move(row: parameter(0) - 1, column: cursor.column)
        case "m": setStyle(parameters.map { $0 ?? 0 })
        case "n": if parameters.first == 6 { replies += Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8) }
        case "c": replies += Array("\u{1B}[?1;2c".utf8)
        case "r": setScrollRegion(top: parameter(0) - 1, bottom: parameter(1, rows))
        case "s": savedCursor = cursor
        case "u": move(row: savedCursor.row, column: savedCursor.column)
        default: edit(name, parameters.first.flatMap { $0 } ?? 0)
        }
    }

    private mutating func setModes(_ modes: [Int], _ isOn: Bool) {
        for mode in modes {
            if isOn { privateModes.insert(mode) } else { privateModes.remove(mode) }
            guard mode == 1049 || mode == 47 || mode == 1047 else { continue }
            if isOn, mainGrid == nil {
                mainGrid = grid
                savedCursor = cursor
                grid = Array(repeating: blankRow, count: rows)
            } else if !isOn, let main = mainGrid {
                grid = main
                mainGrid = nil
                move(row: savedCursor.row, column: savedCursor.column)
            }
        }
    }

    private mutating func setStyle(_ codes: [Int]) {
        var rest = codes.isEmpty ? [0][...] : codes[...]
        while let code = rest.popFirst() {
            switch code {
            case 0: style = Style()
            case 1...9: style.attributes.insert(code)
            case 22: style.attributes.subtract([1, 2])
            case 23...29: style.attributes.remove(code - 20)
            case 30...37: style.foreground = code - 30
            case 90...97: style.foreground = code - 82
            case 39: style.foreground = nil
            case 40...47: style.background = code - 40
            case 100...107: style.background = code - 92
            case 49: style.background = nil
            case 38, 48:
                let isIndexed = rest.popFirst() == 5
                let colour = isIndexed ? rest.popFirst() : rest.prefix(3).reduce(0) { $0 << 8 | $1 }
                if !isIndexed { rest = rest.dropFirst(3) }
                if code == 38 { style.foreground = colour } else { style.background = colour }
            default: break
            }
        }
    }

    private static let lineDrawing: [Unicode.Scalar: String] = [
        "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
        "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·", "0": "█", "+": "→", ",": "←", "-": "↑", ".": "↓",
    ]

    /// The columns a character takes: the wide blocks of Unicode, coarsely.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}
