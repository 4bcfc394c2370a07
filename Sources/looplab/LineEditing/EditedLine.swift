// SPDX-License-Identifier: MIT
import CEditline
internal import Markup

/// libedit's buffer: the line as it is now and the place of the cursor, both in Unicode scalars.
struct EditedLine {
    private let editor: OpaquePointer

    /// The buffer of an editor.
    ///
    /// - Parameter editor: a libedit editor that outlives this value.
    init(_ editor: OpaquePointer) {
        self.editor = editor
    }

    /// The scalars of the line.
    var scalars: [Unicode.Scalar] {
        let info = el_wline(editor).pointee
        return Self.scalars(UnsafeBufferPointer(start: info.buffer, count: info.lastchar - info.buffer))
    }

    /// The line as text.
    var text: String { String(String.UnicodeScalarView(scalars)) }

    /// The number of scalars before the cursor.
    var cursor: Int {
        let info = el_wline(editor).pointee
        return info.cursor - info.buffer
    }

    /// The text before the cursor.
    var textBeforeCursor: String { String(String.UnicodeScalarView(scalars.prefix(cursor))) }

    /// Moves the cursor.
    ///
    /// - Parameter position: the number of scalars before it.
    func moveCursor(to position: Int) {
        // 0 would not move, but say where the cursor is.
        let distance = position - cursor
        if distance != 0 { _ = el_cursor(editor, Int32(distance)) }
    }

    /// Inserts text before the cursor.
    ///
    /// - Parameter text: what is inserted.
    func insert(_ text: String) {
        guard !text.isEmpty else { return }
        _ = el_winsertstr(editor, Self.wideString(text))
    }

    /// Replaces the whole line.
    ///
    /// - Parameters:
    ///   - text: the new line.
    ///   - cursor: the number of scalars before the cursor, the end when `nil`.
    func replace(with text: String, cursor: Int? = nil) {
        let length = text.unicodeScalars.count
        if length == 0 {
            // el_wreplacestr refuses an empty text.
            let count = scalars.count
            moveCursor(to: count)
            el_deletestr(editor, Int32(count))
        } else {
            _ = el_wreplacestr(editor, Self.wideString(text))
            moveCursor(to: cursor ?? length)
        }
    }

    /// Deletes the scalar the cursor stands on, and the combining marks behind it.
    func deleteForward() {
        let scalars = scalars
        let start = cursor
        guard start < scalars.count else { return }
        var end = start + 1
        while end < scalars.count, CharacterWidth.isZeroWidth(scalars[end]) { end += 1 }
        let rest = Array(scalars[..<start]) + Array(scalars[end...])
        replace(with: String(String.UnicodeScalarView(rest)), cursor: start)
    }

    /// Text as libedit takes it, ending in NUL.
    ///
    /// - Parameter text: NUL characters are left out.
    /// - Returns: the wide characters.
    static func wideString(_ text: String) -> [wchar_t] {
        text.unicodeScalars.filter { $0 != "\0" }.map { wchar_t($0.value) } + [0]
    }

    /// The scalars of wide characters.
    ///
    /// - Parameter buffer: what libedit gave.
    /// - Returns: as many scalars; what is none becomes U+FFFD.
    static func scalars(_ buffer: UnsafeBufferPointer<wchar_t>) -> [Unicode.Scalar] {
        buffer.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    }
}
