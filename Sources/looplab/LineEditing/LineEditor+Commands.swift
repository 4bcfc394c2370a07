// SPDX-License-Identifier: MIT
import CEditline
import Glibc

/// The commands the editor adds to libedit's, and the keys they are bound to.
extension LineEditor {
    /// A command that libedit calls when one of its keys is typed.
    private struct Command {
        let name: String
        let help: String
        let keys: [String]
        let function: lle_command_function
    }

    private static let commands: [Command] = [
        Command(name: "looplab-abandon", help: "Give up the line", keys: ["\u{81}", "\u{3}"]) { editline, _ in
            run(editline) { $0.abandonLine() }
        },
        Command(name: "looplab-insert", help: "Insert pasted text", keys: ["\u{82}"]) { editline, _ in
            run(editline) { $0.insertPending() }
        },
        Command(name: "looplab-paste", help: "Read pasted text", keys: ["\u{1B}[200~"]) { editline, _ in
            run(editline) { $0.readPaste() }
        },
        Command(name: "looplab-search-step", help: "Go on searching", keys: ["\u{83}"]) { editline, _ in
            run(editline) { $0.continueSearch() }
        },
        Command(name: "looplab-search", help: "Search the history", keys: ["\u{12}"]) { editline, _ in
            run(editline) { $0.beginSearch(.older) }
        },
        Command(name: "looplab-search-newer", help: "Search the history forwards", keys: ["\u{13}"]) { editline, _ in
            run(editline) { $0.beginSearch(.newer) }
        },
        Command(name: "looplab-up", help: "Go up, or to the entry before", keys: ["\u{1B}[A", "\u{1B}OA", "\u{10}"]) {
            editline, _ in run(editline) { $0.moveUp() }
        },
        Command(name: "looplab-down", help: "Go down, or to the entry after", keys: ["\u{1B}[B", "\u{1B}OB", "\u{E}"]) {
            editline, _ in run(editline) { $0.moveDown() }
        },
        Command(name: "looplab-older", help: "The entry before with this start", keys: ["\u{1B}p"]) { editline, _ in
            run(editline) { $0.showOlderEntry() }
        },
        Command(name: "looplab-newer", help: "The entry after with this start", keys: ["\u{1B}n"]) { editline, _ in
            run(editline) { $0.showNewerEntry() }
        },
        Command(name: "looplab-complete", help: "Complete, or list candidates", keys: ["\t"]) { editline, _ in
            run(editline) { $0.complete() }
        },
        Command(name: "looplab-delete-or-end", help: "Delete forward, or end the input", keys: ["\u{4}"]) {
            editline, _ in run(editline) { $0.deleteOrEnd() }
        },
        Command(name: "looplab-clear", help: "Clear the screen", keys: ["\u{C}"]) { editline, _ in
            run(editline) { $0.clearScreenCommand() }
        },
    ]

    /// Keys that terminals send and libedit leaves unbound, or binds to something readline users do not expect.
    private static let standardKeys: [(key: String, command: String)] = [
        ("\u{1B}[H", "ed-move-to-beg"), ("\u{1B}OH", "ed-move-to-beg"), ("\u{1B}[1~", "ed-move-to-beg"),
        ("\u{1B}[F", "ed-move-to-end"), ("\u{1B}OF", "ed-move-to-end"), ("\u{1B}[4~", "ed-move-to-end"),
        ("\u{1B}[3~", "ed-delete-next-char"),
        ("\u{1B}[C", "ed-next-char"), ("\u{1B}OC", "ed-next-char"),
        ("\u{1B}[D", "ed-prev-char"), ("\u{1B}OD", "ed-prev-char"),
        ("\u{1B}[1;5C", "em-next-word"), ("\u{1B}[1;3C", "em-next-word"),
        ("\u{1B}[1;5D", "ed-prev-word"), ("\u{1B}[1;3D", "ed-prev-word"),
        ("\u{15}", "vi-kill-line-prev"), ("\u{17}", "ed-delete-prev-word"),
        ("\u{1A}", "ed-ignore"),
    ]

    /// Bindings of the key map in which vi users give commands.
    private static let alternativeKeys: [(key: String, command: String)] = [
        ("k", "looplab-up"), ("j", "looplab-down"), ("/", "looplab-search"), ("\u{12}", "looplab-search"),
        ("\u{81}", "looplab-abandon"), ("\u{3}", "looplab-abandon"), ("\u{82}", "looplab-insert"),
        ("\u{83}", "looplab-search-step"), ("\u{4}", "looplab-delete-or-end"), ("\u{C}", "looplab-clear"),
    ]

    /// libedit keeps the addresses of names, so they are made once for the process and live as long as it does.
    private nonisolated(unsafe) static let wideNames: [(name: UnsafePointer<wchar_t>, help: UnsafePointer<wchar_t>)] =
        commands.map { (immortal($0.name), immortal($0.help)) }

    private static func immortal(_ text: String) -> UnsafePointer<wchar_t> {
        let wide = EditedLine.wideString(text)
        let copy = UnsafeMutablePointer<wchar_t>.allocate(capacity: wide.count)
        copy.initialize(from: wide, count: wide.count)
        return UnsafePointer(copy)
    }

    /// Connects libedit with this editor and sets up the keys, the person's own settings first.
    func installCommands() {
        _ = lle_set_client_data(editline, Unmanaged.passUnretained(self).toOpaque())
        _ = lle_set_keymap(editline, EditedLine.wideString("emacs"))
        for (command, wide) in zip(Self.commands, Self.wideNames) {
            _ = lle_add_command(editline, wide.name, wide.help, command.function)
        }
        for (key, command) in Self.standardKeys { bind(key, to: command) }
        if configuration.readsPersonalSettings { _ = el_source(editline, nil) }
        // Behind the settings: the editor cannot do without these.
        for command in Self.commands {
            for key in command.keys { bind(key, to: command.name) }
        }
        for (key, command) in Self.alternativeKeys {
            _ = lle_bind_alternative(editline, EditedLine.wideString(key), EditedLine.wideString(command))
        }
        _ = lle_keep_carriage_returns(editline)
        _ = lle_set_key_source(editline) { editline, result in
            guard let editor = LineEditor.of(editline), let key = editor.nextKey() else { return -1 }
            result?.pointee = wchar_t(key.value)
            return 1
        }
    }

    private func bind(_ key: String, to command: String) {
        _ = lle_bind(editline, EditedLine.wideString(key), EditedLine.wideString(command))
    }

    /// What libedit does when a command of ours has returned.
    enum Outcome {
        /// It reads on.
        case goOn
        /// It ends the line without a result.
        case end
    }

    private static func of(_ editline: OpaquePointer?) -> LineEditor? {
        guard let editline, let data = lle_client_data(editline) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
    }

    private static func run(_ editline: OpaquePointer?, _ body: (LineEditor) -> Outcome) -> UInt8 {
        guard let editor = of(editline) else { return UInt8(CC_FATAL) }
        switch body(editor) {
        case .goOn: return UInt8(CC_REFRESH)
        case .end: return UInt8(CC_EOF)
        }
    }

    private func abandonLine() -> Outcome {
        if ending == nil { ending = .interrupted }
        return .end
    }

    private func deleteOrEnd() -> Outcome {
        if line.scalars.isEmpty {
            ending = .endOfInput
            return .end
        }
        line.deleteForward()
        return .goOn
    }

    private func insertPending() -> Outcome {
        line.insert(pendingInsertion)
        pendingInsertion = ""
        return .goOn
    }

    /// The mark of a paste came in pieces and reached libedit as keys; the text behind it is still to come.
    private func readPaste() -> Outcome {
        decoder.beginPaste()
        return .goOn
    }

    private func clearScreenCommand() -> Outcome {
        clearScreen()
        return .goOn
    }
}
