// SPDX-License-Identifier: MIT
internal import CReportPage

/// The page's own files, embedded in the program.
enum ReportSheet {
    /// The style sheet.
    static var style: String { text(lrp_style()) }

    /// The scripts, in their order.
    static var scripts: [String] { (0..<lrp_script_count()).map { text(lrp_script_at($0)) } }

    private static func text(_ file: LRPFile) -> String {
        String(decoding: UnsafeRawBufferPointer(start: file.bytes, count: file.length), as: UTF8.self)
    }
}
