// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

/// Text from elsewhere cannot become markup, script or a comment.
@Suite struct HTMLTests {
    @Test(arguments: [
        ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        (#"" onload="x" '"#, "&quot; onload=&quot;x&quot; &#39;"),
        ("</script><!--", "&lt;/script&gt;&lt;!--"),
        ("&lt;", "&amp;lt;"),
        ("\u{1b}[31m\u{202e}\u{0}", #"\u{1b}[31m\u{202e}\u{0}"#),
        ("größer 😀\n\tx", "größer 😀\n\tx"),
    ])
    func textIsShownAsItIs(text: String, source: String) {
        #expect(HTML(text: text).source == source)
    }

    @Test(arguments: [
        ("</script>", #""\u003c/script\u003e""#),
        ("<!-- <script>", #""\u003c!-- \u003cscript\u003e""#),
        ("]]>&amp;", #""]]\u003e\u0026amp;""#),
        ("a\u{2028}b\u{2029}c", #""a\u2028b\u2029c""#),
        ("\"\\\n\t\r\u{0}\u{7f}", #""\"\\\n\t\r\u0000\u007f""#),
        ("é😀", #""é😀""#),
    ])
    func dataCannotEndItsElement(text: String, source: String) {
        #expect(ScriptData.string(text).source == source)
    }

    @Test func numbersStayExact() {
        let largest: UInt64 = 9_007_199_254_740_991
        let values: [ScriptData] = [.number(largest), .number(largest + 1), .number(UInt64.max), .number(Int64.min)]
        #expect(
            ScriptData.array(values).source
                == #"[9007199254740991,"9007199254740992","18446744073709551615","-9223372036854775808"]"#)
        #expect(
            ScriptData.object([("a", .array([])), ("<", .string("b"))]).source == "{\n\"a\":[],\n\"\\u003c\":\"b\"\n}")
    }

    /// The examples of FIPS 180-2, appendix B, and lengths around the size of a block.
    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="),
    ])
    func hashesAreThoseOfTheStandard(text: String, hash: String) {
        #expect(SHA256.base64(of: text) == hash)
    }

    @Test(arguments: [
        (55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
        (56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
        (63, "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="),
        (64, "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="),
        (65, "Y1NhxIu56rFBmOduqKt/GkFoXWrWKqkUbTAdTxfrCuA="),
        (119, "MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps="),
        (120, "Lz0zVDLHC1gK8Ojhs2dKfAINaDql9zqq7f3FWvkEwhw="),
        (1000, "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
    ])
    func paddingFitsEveryLength(length: Int, hash: String) {
        #expect(SHA256.base64(of: String(repeating: "a", count: length)) == hash)
    }

    @Test func aPageNamesItsOwnScriptsAndNothingElse() {
        let page = HTMLPage(
            title: "a <b> & \"c\"", styles: ["p { color: red }"], body: HTML(ownFile: "<p>hello</p>"),
            data: [("data", .string("</script>"))], scripts: ["start();"])
        #expect(
            page.text == """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
                script-src 'sha256-\(SHA256.base64(of: "start();"))'; \
                style-src 'sha256-\(SHA256.base64(of: "p { color: red }"))'; base-uri 'none'; \
                form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>a &lt;b&gt; &amp; &quot;c&quot;</title>
                <style>p { color: red }</style>
                </head>
                <body>
                <p>hello</p>
                <script type="application/json" id="data">"\\u003c/script\\u003e"</script>
                <script>start();</script>
                </body>
                </html>

                """)
    }

    @Test func aPageWithoutScriptsAllowsNone() {
        let page = HTMLPage(title: "", styles: [], body: HTML(text: "a"), data: [], scripts: [])
        #expect(page.policy.contains("script-src 'none'; style-src 'none';"))
    }
}
