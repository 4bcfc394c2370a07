// SPDX-License-Identifier: MIT
import Foundation
import Synchronization

@testable import looplab

/// A line editor at work on a pseudo-terminal, on a thread of its own with a small event loop.
///
/// What the editor returns is written to the terminal as `= "line"`, `= interrupted` or `= end`.
final class LineEditorSession {
    /// How the session is set up.
    struct Options: Sendable {
        /// The width of the terminal.
        var columns = 80
        /// The height of the terminal.
        var rows = 24
        /// The prompt of every entry.
        var prompt = "> "
        /// The file of the history.
        var historyFile: String?
        /// Whether the editor is told that the terminal wraps long lines anew when its width changes.
        var reflows = true
        /// What Tab completes.
        var words: [String] = []
    }

    private enum Request: Sendable {
        case output([String])
        case interrupt
        case resize
        case stop
    }

    private final class Mailbox: Sendable {
        let requests = Mutex<[Request]>([])
        let finished = DispatchSemaphore(value: 0)
        let reader: Int32
        let writer: Int32

        init() {
            var ends: [Int32] = [-1, -1]
            pipe(&ends)
            (reader, writer) = (ends[0], ends[1])
        }

        deinit {
            close(reader)
            close(writer)
        }

        func post(_ request: Request) {
            requests.withLock { $0.append(request) }
            _ = write(writer, "!", 1)
        }

        func next() -> Request? {
            var byte: UInt8 = 0
            _ = read(reader, &byte, 1)
            return requests.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }

    /// The terminal the editor works on.
    let terminal: PseudoTerminal
    private let mailbox = Mailbox()

    /// Starts an editor and waits for its prompt.
    ///
    /// - Parameter options: how it is set up.
    /// - Throws: `PseudoTerminal.Failure` when no prompt appears.
    init(_ options: Options = Options()) throws {
        terminal = try PseudoTerminal(columns: options.columns, rows: options.rows)
        let path = terminal.path
        let mailbox = mailbox
        Thread.detachNewThread {
            Self.run(path: path, options: options, mailbox: mailbox)
            mailbox.finished.signal()
        }
        let lastRow = options.prompt.split(separator: "\n").last.map(String.init) ?? ""
        let prompt = EscapeSequence.split(lastRow.unicodeScalars).filter { !$0.isEscape }
            .map { String(String.UnicodeScalarView($0.scalars)) }.joined()
        try terminal.wait(for: "the prompt") { $0.textBeforeCursor == prompt && $0.privateModes.contains(2004) }
    }

    deinit {
        mailbox.post(.stop)
        mailbox.finished.wait()
    }

    /// Lets the program write output while the line is being typed.
    ///
    /// - Parameter pieces: written one after the other, each through `printAbove(_:)`.
    func output(_ pieces: String...) {
        mailbox.post(.output(pieces))
    }

    /// Does what Ctrl-C does.
    func interrupt() {
        mailbox.post(.interrupt)
    }

    /// Changes the size of the terminal and tells the editor.
    ///
    /// - Parameters:
    ///   - columns: the new width.
    ///   - rows: the new height.
    ///   - reflowing: whether the terminal wraps long lines anew.
    func resize(columns: Int, rows: Int, reflowing: Bool) {
        terminal.resize(columns: columns, rows: rows, reflowing: reflowing)
        mailbox.post(.resize)
    }

    private static func run(path: String, options: Options, mailbox: Mailbox) {
        let descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        defer { close(descriptor) }
        let info = TerminalInfo(
            isTerminal: true, columns: options.columns, rows: options.rows, name: "xterm-256color", isUTF8: true,
            reflowsOnResize: options.reflows)
        var configuration = LineEditor.Configuration(programName: "looplab-tests", terminal: info)
        configuration.input = descriptor
        configuration.output = descriptor
        configuration.historyFile = options.historyFile
        configuration.readsPersonalSettings = false
        var current: LineEditor?
        guard
            let editor = LineEditor(
                configuration, waitForInput: { wait(descriptor: descriptor, mailbox: mailbox, editor: current) })
        else { return }
        current = editor
        defer { current = nil }
        editor.historyWarning = { DescriptorIO.write("! \($0)\n".utf8, to: descriptor) }
        editor.completer = { line, cursor in complete(line, cursor, words: options.words) }
        editor.loadHistory()
        while true {
            let result = editor.readLine(prompt: options.prompt, remember: true) { text in
                text.hasSuffix("{") ? "... " : nil
            }
            switch result {
            case .line(let line): DescriptorIO.write("= \(line.debugDescription)\n".utf8, to: descriptor)
            case .interrupted: DescriptorIO.write("= interrupted\n".utf8, to: descriptor)
            case .endOfInput:
                DescriptorIO.write("= end\n".utf8, to: descriptor)
                return
            }
        }
    }

    private static func wait(descriptor: Int32, mailbox: Mailbox, editor: LineEditor?) -> InputReadiness {
        while true {
            var requests = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: mailbox.reader, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&requests, 2, -1) > 0 else { continue }
            if requests[1].revents != 0 {
                switch mailbox.next() {
                case .output(let pieces):
                    for piece in pieces { editor?.printAbove { DescriptorIO.write(piece.utf8, to: descriptor) } }
                case .interrupt: return .interrupted
                case .resize: editor?.resize()
                case .stop: return .endOfInput
                case nil: break
                }
            } else if requests[0].revents != 0 {
                return .ready
            }
        }
    }

    private static func complete(_ line: String, _ cursor: Int, words: [String]) -> Completion {
        let before = Array(line.unicodeScalars.prefix(cursor))
        let start = before.lastIndex { !$0.properties.isAlphabetic }.map { $0 + 1 } ?? 0
        let word = String(String.UnicodeScalarView(before[start...]))
        return Completion(candidates: words.filter { $0.hasPrefix(word) }, replacing: start..<cursor)
    }
}

@available(*, unavailable)
extension LineEditorSession: Sendable {}
