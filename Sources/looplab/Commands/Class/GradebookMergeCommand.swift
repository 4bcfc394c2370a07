// SPDX-License-Identifier: MIT
internal import Glibc
internal import Gradebook
internal import Markup

/// `looplab class merge`: adds what other gradebooks have, all of it or nothing.
struct GradebookMergeCommand {
    var files: [String]
    var options: ClassOptions

    func perform() throws(CommandError) -> Int32 {
        let target = options.gradebook ?? ClassOptions.defaultGradebook
        let isNew = access(target, F_OK) != 0
        // Whatever is wrong with one of them is said before a file is made.
        var others: [GradebookStore] = []
        for file in files { others.append(try ClassFiles.open(file, .readOnly)) }
        let merges: [GradebookMerge]
        do throws(GradebookError) {
            merges = try GradebookStore(path: target, mode: .readWrite).merge(others)
        } catch {
            if isNew { for name in ["", "-wal", "-shm"] { unlink(target + name) } }
            throw .gradebook(error)
        }
        if options.isJSON { return try StandardOutput.print(json(merges, isNew)) }
        var text = isNew ? "\(ClassWords.shown(target)) is new\n" : ""
        for (file, merge) in zip(files, merges) {
            text += "\(ClassWords.shown(file)): \(CountedNoun.text(merge.added, "new record"))"
            text += merge.known == 0 ? "\n" : ", \(merge.known) that were known\n"
        }
        return try ClassWords.print(text)
    }

    private func json(_ merges: [GradebookMerge], _ isNew: Bool) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        json.member("created", isNew)
        json.list("files", zip(files, merges)) { pair, json in
            json.member("file", pair.0)
            json.member("added", pair.1.added)
            json.member("known", pair.1.known)
        }
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
