// SPDX-License-Identifier: MIT
import Foundation

/// The languages whose text the rules look into.
enum SourceLanguage {
    /// Swift.
    case swift
    /// C and C++.
    case c
    /// JavaScript.
    case javaScript

    init?(path: String) {
        switch (path as NSString).pathExtension {
        case "swift": self = .swift
        case "c", "h", "cpp", "hpp": self = .c
        case "js", "mjs", "cjs": self = .javaScript
        default: return nil
        }
    }
}
