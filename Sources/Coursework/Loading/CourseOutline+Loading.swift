// SPDX-License-Identifier: MIT
internal import YAMLFields

extension CourseOutline {
    /// The newest version of the format that can be read.
    public static let newestFormat = 1

    /// Reads `course.yaml` and the names of directories and files; nil where nothing can be made of the course.
    ///
    /// No manifest is read. What is named wrongly is a problem and left out.
    public static func load(at root: String) -> (outline: CourseOutline?, problems: [CourseProblem]) {
        do throws(CourseProblem) {
            let files = try CourseFiles(root: root)
            var loader = OutlineLoader(files)
            let outline = try loader.load()
            return (outline, loader.problems.sorted())
        } catch {
            return (nil, [error])
        }
    }
}

extension Course {
    /// Reads the names of everything in a course, and no manifest.
    public static func outline(at root: String) -> (outline: CourseOutline?, problems: [CourseProblem]) {
        CourseOutline.load(at: root)
    }
}

/// Puts an outline together from the disk.
struct OutlineLoader {
    private(set) var problems: [CourseProblem] = []
    private let files: CourseFiles
    private static let manifest = "Lessons/course.yaml"

    init(_ files: CourseFiles) {
        self.files = files
    }

    mutating func load() throws(CourseProblem) -> CourseOutline {
        let text = try files.text(Self.manifest, limit: CourseFiles.Limit.manifest)
        let node = try YAMLReader.read(text, file: Self.manifest)
        guard
            var fields = FieldReader(node, file: Self.manifest, known: ["format", "title", "id", "tracks", "concepts"])
        else {
            throw CourseProblem(TextPlace(node, in: Self.manifest), .yaml(.notAMapping))
        }
        fields.checkFormat()
        let title = fields.line("title")
        let id = fields.line("id", limit: 64, isRequired: false)
        if let id, id != CourseOutline.words(of: id) { fields.fault("id", .notWords(id), fields.place(of: "id")) }
        let titles = fields.pairs("tracks", limit: 72)
        let concepts = fields.pairs("concepts", limit: 200)
        for track in titles where !ContentID.isName(track.key) {
            fields.add([CourseProblem(track.place, .file(.badName(example: "01-one-thread")))])
        }
        problems += fields.problems
        let tracks = tracks(titles)
        return CourseOutline(
            root: files.root, title: title ?? "", id: id, tracks: tracks,
            concepts: concepts.map { Concept(id: $0.key, text: $0.value) })
    }

    private mutating func tracks(_ titles: [FieldReader.Pair]) -> [Track] {
        let names = Set(titles.map(\.key))
        let lessons = directories("Lessons", beside: ["README.md", "course.yaml"], names)
        let exercises = directories("Exercises", beside: ["README.md"], names)
        var numbers: [Substring: String] = [:]
        return titles.filter { ContentID.isName($0.key) }.map { title in
            if let other = numbers.updateValue(title.key, forKey: title.key.prefix(2)) {
                problems.append(CourseProblem(title.place, .file(.sameNumber(as: other))))
            }
            if !lessons.contains(title.key) && !exercises.contains(title.key) {
                problems.append(CourseProblem(title.place, .reference(.emptyTrack(title.key))))
            }
            return Track(
                name: title.key, title: title.value,
                lessons: lessons.contains(title.key) ? items("Lessons", title.key, isDirectory: false) : [],
                exercises: exercises.contains(title.key) ? items("Exercises", title.key, isDirectory: true) : [])
        }
    }

    /// The directories of tracks in `Lessons` or `Exercises`.
    private mutating func directories(_ path: String, beside allowed: [String], _ tracks: Set<String>) -> Set<String> {
        var found: Set<String> = []
        for entry in entries(path) {
            let place = TextPlace(file: "\(path)/\(entry.name)")
            if !entry.isDirectory {
                if !allowed.contains(entry.name) {
                    problems.append(CourseProblem(place, .file(.stray(allowed: allowed + ["01-one-thread/"]))))
                }
            } else if tracks.contains(entry.name) {
                found.insert(entry.name)
            } else if ContentID.isName(entry.name) {
                let nearest = NearestName.nearest(to: entry.name, among: tracks.sorted())
                problems.append(CourseProblem(place, .reference(.unknownTrack(entry.name, nearest: nearest))))
            } else {
                problems.append(CourseProblem(place, .file(.badName(example: "01-one-thread"))))
            }
        }
        return found
    }

    /// The lessons or exercises of a track.
    private mutating func items(_ directory: String, _ track: String, isDirectory: Bool) -> [ContentID] {
        let path = "\(directory)/\(track)"
        var numbers: [Substring: String] = [:]
        return entries(path).compactMap { entry in
            let place = TextPlace(file: "\(path)/\(entry.name)")
            let example = isDirectory ? "01-two-lines" : "01-one-lane.md"
            if entry.isDirectory != isDirectory {
                problems.append(CourseProblem(place, .file(.stray(allowed: [example + (isDirectory ? "/" : "")]))))
                return nil
            }
            let name = isDirectory ? entry.name : String(entry.name.dropLast(3))
            guard isDirectory || entry.name.hasSuffix(".md"), let id = ContentID(track: track, item: name) else {
                problems.append(CourseProblem(place, .file(.badName(example: example))))
                return nil
            }
            if let other = numbers.updateValue(entry.name, forKey: name.prefix(2)) {
                problems.append(CourseProblem(place, .file(.sameNumber(as: other))))
            }
            return id
        }
    }

    private mutating func entries(_ path: String) -> [CourseFiles.Entry] {
        do throws(CourseProblem) {
            return try files.entries(path) ?? []
        } catch {
            problems.append(error)
            return []
        }
    }
}
