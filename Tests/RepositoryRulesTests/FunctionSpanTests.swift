// SPDX-License-Identifier: MIT
import Testing

/// What the size rules see in source text.
@Suite struct FunctionSpanTests {
    private func lengths(_ language: SourceLanguage, _ source: String) -> [Int] {
        FunctionSpan.all(in: source, language).map(\.length)
    }

    @Test func swiftFunctionsAreFoundInTypes() {
        let source = """
            struct S<T> where T: P {
                class func a() {
                }
                let b = 1
                var c: Int {
                    get { 1 }
                }
                init(
                    x: Int
                ) {
                    func inner() {}
                    if x > 0 { return }
                }
                enum Inner { case one }
                static let closure: () -> Void = {
                    { }()
                }
            }
            protocol P { func a() }
            """
        #expect(lengths(.swift, source) == [2, 3, 6, 3])
    }

    @Test func swiftBracesInTextDoNotCount() {
        let source = #"""
            func a(_ x: String) -> String {
                // { a comment
                /* { /* { nested */ { */
                let plain = "{ \(x + "{\(x)") {"
                let long = """
                    { " {
                    """
                let raw = #"{ " \( {"#
                return plain / long + raw.firstMatch(of: /{\/{/)
            }
            """#
        #expect(lengths(.swift, source) == [10])
    }

    @Test func cFunctionsAreFoundInNamespacesAndTypes() {
        let source = """
            #include <x.h>
            namespace {
            struct Point { int x = 1; };
            // A comment.
            struct Point *make(
                int x) {
                return x ? nullptr : new Point{'{', 1'000};
            }
            class Queue final : public Base {
                bool empty() const override { return true; }
            };
            }
            extern "C" {
            static const int table[] = {
                1, 2,
            };
            void f(void) {
                puts(R"x(} " )" {)x");
                puts("{\\"{");
            }
            }
            """
        #expect(lengths(.c, source) == [4, 1, 4])
    }

    @Test func javaScriptFunctionsAreFoundAtAllPlaces() {
        let source = #"""
            'use strict';
            function a(x = {}) {
              return x;
            }
            class C {
              static { }
              get b() {
                return `{ ${[1].map((x) => { return `}${x}`; })} {`;
              }
            }
            module.exports = {
              c: async () => {
                if (x) { y = a / b / c; }
              },
              d(x) { return /[/{]\/{/.test(x); },
            };
            if (a()) {
              for (const x of y) { z(x); }
            }
            """#
        #expect(lengths(.javaScript, source) == [3, 3, 3, 1])
    }
}
