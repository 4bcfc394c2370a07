// SPDX-License-Identifier: MIT
import Glibc

/// Reads lines where none can be edited: from a file or a pipe, or from a terminal in its own line mode.
final class PipeLineReader: LineReading {
    private static let chunk = 1 << 16

    private let input: Int32
    private let promptOutput: Int32?
    private let waitForInput: () -> InputReadiness
    private var splitter = LineSplitter()
    private var isAtEnd = false

    /// A reader of a descriptor.
    ///
    /// - Parameters:
    ///   - input: what is read.
    ///   - promptOutput: where prompts are written, for a terminal that edits lines itself; `nil` for none.
    ///   - waitForInput: returns when `input` can be read, having run the event loop meanwhile.
    init(input: Int32 = STDIN_FILENO, promptOutput: Int32? = nil, waitForInput: @escaping () -> InputReadiness) {
        self.input = input
        self.promptOutput = promptOutput
        self.waitForInput = waitForInput
    }

    /// Reads one entry, which joins no history; see `LineReading`.
    func readLine(prompt: String, remember: Bool, continuation: Continuation) -> LineResult {
        show(prompt)
        var entry: String?
        while true {
            switch nextLine() {
            case .line(let line):
                let text = entry.map { $0 + "\n" + line } ?? line
                guard let next = continuation(text) else { return .line(text) }
                entry = text
                show(next)
            case .endOfInput:
                // What is there is handed over: the owner explains what is missing at its end.
                return entry.map { .line($0) } ?? .endOfInput
            case .interrupted:
                return .interrupted
            }
        }
    }

    /// Runs `body`: there is no line on the screen that would have to give way.
    func printAbove(_ body: () -> Void) {
        body()
    }

    private func nextLine() -> LineResult {
        while true {
            if let line = splitter.next() { return .line(line) }
            if isAtEnd { return splitter.takeRest().map { .line($0) } ?? .endOfInput }
            switch waitForInput() {
            case .interrupted:
                splitter.dropPartialLine()
                return .interrupted
            case .endOfInput: isAtEnd = true
            case .ready: readMore()
            }
        }
    }

    private func readMore() {
        switch DescriptorIO.read(input, limit: Self.chunk) {
        case .bytes(let bytes): splitter.feed(bytes)
        case .wouldBlock: break
        case .end, .failure: isAtEnd = true
        }
    }

    private func show(_ prompt: String) {
        guard let promptOutput else { return }
        DescriptorIO.write(prompt.utf8, to: promptOutput)
    }
}

@available(*, unavailable)
extension PipeLineReader: Sendable {}

/// Cuts a stream of bytes into lines that end in LF or CR LF, in time proportional to its length.
struct LineSplitter {
    private var bytes: [UInt8] = []
    private var head = 0
    private var searchedUpTo = 0

    /// Adds bytes behind those that are there.
    ///
    /// - Parameter new: the next part of the stream.
    mutating func feed(_ new: [UInt8]) {
        if head > 0 {
            bytes.removeFirst(head)
            searchedUpTo -= head
            head = 0
        }
        bytes += new
    }

    /// The next whole line without its end; bytes that are no UTF-8 become U+FFFD.
    mutating func next() -> String? {
        guard let end = bytes[searchedUpTo...].firstIndex(of: UInt8(ascii: "\n")) else {
            searchedUpTo = bytes.count
            return nil
        }
        let isCRLF = end > head && bytes[end - 1] == UInt8(ascii: "\r")
        let line = String(decoding: bytes[head..<(isCRLF ? end - 1 : end)], as: UTF8.self)
        head = end + 1
        searchedUpTo = head
        return line
    }

    /// The last line of a stream that does not end in a newline.
    ///
    /// - Returns: what is left, `nil` when that is nothing.
    mutating func takeRest() -> String? {
        guard head < bytes.count else { return nil }
        defer { dropPartialLine() }
        return String(decoding: bytes[head...], as: UTF8.self)
    }

    /// Forgets the bytes of a line that has not ended.
    mutating func dropPartialLine() {
        bytes = []
        head = 0
        searchedUpTo = 0
    }
}
