// SPDX-License-Identifier: MIT
import Markup
import Testing

/// Elements made by a program: what comes from elsewhere stays text.
@Suite struct ElementTests {
    @Test func textAndValuesAreEscaped() {
        let html = HTML.element("p", ["title": #""><script>"#, "hidden": "", "id": nil], "</p>&\u{202e}")
        #expect(html.source == #"<p title="&quot;&gt;&lt;script&gt;" hidden>&lt;/p&gt;&amp;\u{202e}</p>"#)
    }

    @Test func elementsStandInEachOther() {
        let html = HTML.element("ul", [.element("li", "a"), .element("li", [.name("b"), HTML(text: " < c")])])
        #expect(html.source == "<ul><li>a</li><li><bdi>b</bdi> &lt; c</li></ul>")
        #expect(HTML.lines([html, .empty]).source == html.source + "\n\n")
        #expect(HTML.joined([.name("a"), .name("b")], separator: ", ").source == "<bdi>a</bdi>, <bdi>b</bdi>")
        #expect((HTML.name("a") + HTML(text: "&")).source == "<bdi>a</bdi>&amp;")
    }

    @Test func aFirstLineFeedIsShown() {
        #expect(HTML.element("pre", "\na").source == "<pre>\n\na</pre>")
    }

    @Test func aPictureBecomesAPartOfAPage() {
        var picture = SVGDrawing()
        picture.boxes([SVGBox(x: 0, y: 1, width: 2, height: 3), SVGBox(x: 4, y: 0, width: 1, height: 1)], class: "on")
        picture.boxes([], class: "off")
        picture.text("a<b", at: SVGPoint(1, 2), class: "label")
        #expect(
            picture.inline(width: 10, height: 4, ["class": "strip", "aria-label": "\"<"]).source == """
                <svg class="strip" aria-label="&quot;&lt;" role="img" width="10" height="4" viewBox="0 0 10 4">
                  <path class="on" d="M0 1h2v3h-2zM4 0h1v1h-1z"/>
                  <text class="label" x="1" y="2">a&lt;b</text>
                </svg>
                """)
    }
}
