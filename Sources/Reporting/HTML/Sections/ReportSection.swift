// SPDX-License-Identifier: MIT
internal import Markup

/// A part of the page with a heading of its own.
struct ReportSection {
    /// By which links lead to it; unique in the page.
    var id: String
    /// Its heading.
    var title: String
    /// What it answers.
    var words = ""
    /// What is in it.
    var content: [HTML]

    /// The section as a part of the page.
    var html: HTML {
        var parts: [HTML] = [.empty, .element("h2", ["id": "\(id)-heading"], title)]
        if !words.isEmpty { parts.append(.element("p", words)) }
        return .element("section", ["id": id, "aria-labelledby": "\(id)-heading"], [.lines(parts + content)])
    }

    /// Links to sections.
    static func navigation(_ sections: [ReportSection]) -> HTML {
        let links = sections.map { section in
            HTML.element("li", [.element("a", ["href": "#\(section.id)"], section.title)])
        }
        return .element("nav", ["aria-label": "Sections"], [.element("ul", links)])
    }

    /// A box around what belongs together; one of details is not printed unless one of them is open.
    static func pane(_ parts: [HTML], ofDetails: Bool = false) -> HTML {
        .element("div", ["class": ofDetails ? "pane details" : "pane"], [.lines([.empty] + parts)])
    }

    /// Something that is folded up behind a line.
    static func folded(_ summary: String, _ parts: [HTML], isOpen: Bool = false) -> HTML {
        .element("details", ["open": isOpen ? "" : nil], [.lines([.empty, .element("summary", summary)] + parts)])
    }

    /// Entries below each other: the first ones, and the rest folded up.
    static func rows(_ entries: [HTML], atOnce: Int, rest name: String) -> [HTML] {
        func list(_ entries: ArraySlice<HTML>) -> HTML {
            .element("ul", ["class": "rows"], [.lines([.empty] + entries.map { .element("li", [$0]) })])
        }
        if entries.count <= atOnce { return [list(entries[...])] }
        let summary = "and \(CountedNoun.text(entries.count - atOnce, name))"
        return [list(entries.prefix(atOnce)), folded(summary, [list(entries.dropFirst(atOnce))])]
    }
}

/// Names of learners, one after another.
struct NameList {
    /// The most names that stand in a row; more are folded up.
    static let limit = 12
    /// The most names at all; of the others the number is said.
    static let wholeLimit = 120

    /// The names, each with a note behind it, which may be empty.
    var names: [(name: String, note: String)]

    init(_ names: [(name: String, note: String)]) {
        self.names = names
    }

    init(_ names: [String]) {
        self.names = names.map { ($0, "") }
    }

    /// The names as a list.
    var html: HTML {
        if names.count <= Self.limit { return list(names[...]) }
        let folded = names[Self.limit..<min(names.count, Self.wholeLimit)]
        var parts = [list(folded)]
        if names.count > Self.wholeLimit {
            parts.append(.element("p", "and \(names.count - Self.wholeLimit) more, who are in the other formats"))
        }
        return list(names.prefix(Self.limit))
            + ReportSection.folded("and \(names.count - Self.limit) more", parts)
    }

    private func list(_ names: ArraySlice<(name: String, note: String)>) -> HTML {
        .element(
            "ul", ["class": "names"],
            names.map { entry in
                .element("li", [.name(entry.name), HTML(text: entry.note.isEmpty ? "" : "\u{A0}" + entry.note)])
            })
    }
}
