// SPDX-License-Identifier: MIT
internal import Markup
internal import SQLStorage

/// A list of texts as JSON in a column.
enum TextList {
    static func text(of texts: [String]) -> String {
        if texts.isEmpty { return "[]" }
        var json = JSONWriter()
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    static func read(_ row: Statement, _ column: Int32) throws(GradebookError) -> [String] {
        let text = try row.text(column)
        if text == "[]" { return [] }
        var json = JSONReader(Array(text.utf8))
        do throws(JSONReader.Failure) {
            try json.beginArray()
            var texts: [String] = []
            while try json.hasElement(isFirst: texts.isEmpty) { texts.append(try json.string()) }
            try json.finish()
            return texts
        } catch {
            throw row.wrongType(column)
        }
    }
}
