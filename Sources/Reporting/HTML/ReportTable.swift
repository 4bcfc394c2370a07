// SPDX-License-Identifier: MIT
internal import Markup

/// A column of a table.
struct ReportColumn: Equatable, Sendable {
    /// Its heading.
    var title: String
    /// Whether figures stand in it, which are set flush right and sorted the largest first.
    var isNumber: Bool
    /// Whether the table can be put into the order of this column.
    var isSortable = true
    /// Whether moments stand in it.
    var isMoment = false
    /// What the heading means, for a column whose name does not say it.
    var meaning: String = ""

    /// What the script has to know of it.
    fileprivate var kind: String? { isNumber ? "number" : isMoment ? "moment" : isSortable ? nil : "fixed" }

    /// A column of words, which sorts by letters.
    static func text(_ title: String, meaning: String = "") -> ReportColumn {
        ReportColumn(title: title, isNumber: false, meaning: meaning)
    }

    /// A column of pictures or lists, which have no order.
    static func fixed(_ title: String) -> ReportColumn {
        ReportColumn(title: title, isNumber: false, isSortable: false)
    }

    /// A column of moments, which sorts the latest first.
    static func moment(_ title: String) -> ReportColumn {
        ReportColumn(title: title, isNumber: false, isMoment: true)
    }

    /// A column of figures.
    static func number(_ title: String, meaning: String = "") -> ReportColumn {
        ReportColumn(title: title, isNumber: true, meaning: meaning)
    }
}

/// What stands in one place of a table.
struct ReportCell: Equatable, Sendable {
    /// What is shown.
    var html: HTML
    /// By what it is sorted, where that is not its text; empty cells come last in either direction.
    var key: Int?

    /// Any parts of a page, with a number to sort by.
    static func html(_ html: HTML, key: Int? = nil) -> ReportCell { ReportCell(html: html, key: key) }

    /// Text.
    static func text(_ text: String) -> ReportCell { ReportCell(html: HTML(text: text)) }

    /// The name of a learner, whatever script it is written in.
    static func name(_ text: String) -> ReportCell { ReportCell(html: .name(text)) }

    /// A whole number.
    static func count(_ value: Int) -> ReportCell { ReportCell(html: HTML(text: "\(value)"), key: value) }

    /// A share in thousandths, shown in per cent.
    static func share(_ thousandths: Int) -> ReportCell {
        ReportCell(html: HTML(text: "\((thousandths + 5) / 10) %"), key: thousandths)
    }

    /// Nothing is known: a dash, which readers of the screen are told about.
    static func missing(_ words: String) -> ReportCell {
        ReportCell(
            html: .element("span", ["aria-hidden": "true"], "–") + .element("span", ["class": "unseen"], words))
    }
}

/// A table that a script makes sortable and that is complete without it.
struct ReportTable {
    /// What is in it.
    var caption: String
    /// Its columns; the first one names each row.
    var columns: [ReportColumn]
    /// Its rows, in the order in which they are shown at first.
    var rows: [[ReportCell]]
    /// Whether people can look for a row by its name.
    var isSearchable = false
    /// Whether its rows can be put into another order.
    var isSortable = true

    /// The table, in a box that scrolls where it is wider than the screen.
    var html: HTML {
        let head = columns.map { column in
            HTML.element(
                "th",
                [
                    "scope": "col", "class": column.kind,
                    "title": column.meaning.isEmpty ? nil : column.meaning,
                ], column.title)
        }
        let isLong = isSearchable && rows.count > Self.searchLimit
        let table = HTML.element(
            "table", ["class": isSortable && rows.count > 1 ? isLong ? "sortable searchable" : "sortable" : nil],
            [
                .lines([.empty, .element("caption", caption), .element("thead", [.element("tr", head)])]),
                .element("tbody", [.lines([.empty] + rows.map(row))]),
            ])
        return .element("div", ["class": "scroll"], [table])
    }

    /// From how many rows on it pays to look for one by its name.
    private static let searchLimit = 12

    private func row(_ cells: [ReportCell]) -> HTML {
        .element(
            "tr",
            zip(columns, cells).enumerated().map { index, pair in
                let (column, cell) = pair
                let name = column.isNumber ? "number" : column.isSortable ? nil : "wide"
                let key = cell.key.map { String($0) }
                return index == 0
                    ? .element("th", ["scope": "row", "class": name, "data-key": key], [cell.html])
                    : .element("td", ["class": name, "data-key": key], [cell.html])
            })
    }
}
