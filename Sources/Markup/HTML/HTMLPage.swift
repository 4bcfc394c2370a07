// SPDX-License-Identifier: MIT

/// One self-contained page: nothing in it is fetched, and nothing runs but the scripts it was made with.
///
/// Its policy names each style and script by its hash. So even text that escaped wrongly could neither run, nor load
/// anything, nor send anything away; and a browser that knows trusted types refuses to parse text as markup at all.
public struct HTMLPage: Sendable {
    /// What the window and the bookmark are called.
    public var title: String
    /// Style sheets.
    public var styles: [String]
    /// What is seen.
    public var body: HTML
    /// What scripts read: the text of a `script` element by its id.
    public var data: [(id: StaticString, value: ScriptData)]
    /// Scripts, run in this order when everything else is there.
    public var scripts: [String]

    /// Makes a page from its parts; a text that would end its own element is no script or style.
    public init(
        title: String, styles: [String], body: HTML, data: [(id: StaticString, value: ScriptData)], scripts: [String]
    ) {
        precondition(
            (styles + scripts).allSatisfy { text in
                ["</script", "<script", "</style", "<!--"].allSatisfy { !text.lowercased().contains($0) }
            }, "a style or script holds what would end it")
        self.title = title
        self.styles = styles
        self.body = body
        self.data = data
        self.scripts = scripts
    }

    /// The policy of Content Security Policy 3 that the page gives itself.
    public var policy: String {
        func sources(_ texts: [String]) -> String {
            texts.isEmpty ? "'none'" : texts.map { "'sha256-\(SHA256.base64(of: $0))'" }.joined(separator: " ")
        }
        return [
            "default-src 'none'", "script-src \(sources(scripts))", "style-src \(sources(styles))",
            "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
        ].joined(separator: "; ")
    }

    /// The whole file.
    public var text: String { opening + body.source + "\n" + closing }

    /// What stands before the body, for a page that is written piece by piece.
    public var opening: String {
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"color-scheme\" content=\"light dark\">", "<meta name=\"referrer\" content=\"no-referrer\">",
            "<title>\(HTML.escaped(title))</title>",
        ]
        lines += styles.map { "<style>\($0)</style>" }
        lines += ["</head>", "<body>", ""]
        return lines.joined(separator: "\n")
    }

    /// What stands after the body.
    public var closing: String {
        var lines = data.map { "<script type=\"application/json\" id=\"\($0.id)\">\($0.value.source)</script>" }
        lines += scripts.map { "<script>\($0)</script>" }
        lines += ["</body>", "</html>", ""]
        return lines.joined(separator: "\n")
    }
}
