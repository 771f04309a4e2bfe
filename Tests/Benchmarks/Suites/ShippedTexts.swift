import Foundation

/// The rule and case files of the repository.
enum ShippedTexts {
    struct File {
        var name: String
        var bytes: [UInt8]

        /// The rules, tests and cases of the file under other names and with other reasons; without what
        /// can be declared only once, so that any number of copies is one sound rule base.
        func copy(_ number: Int) -> File {
            var result = Array("language 1\n".utf8)
            result.reserveCapacity(bytes.count * 6 / 5)
            var isKept = false
            for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                // A declaration begins with a word at the margin.
                if let first = line.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
                    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
                    let head = String(decoding: words[0], as: UTF8.self)
                    isKept = ["rule", "case", "test"].contains(head)
                    if isKept, words.count > 1 {
                        // A name ends in the number; a title, which is a text, begins with it.
                        let isTitle = head == "test"
                        let place = isTitle ? words[1].startIndex + 1 : words[1].endIndex
                        result += line[..<place] + Array((isTitle ? "\(number) " : "-\(number)").utf8)
                        result += line[place...]
                        result.append(UInt8(ascii: "\n"))
                        continue
                    }
                }
                guard isKept else { continue }
                // Rules that say the same under two names are a mistake.
                if let quote = line.firstIndex(of: UInt8(ascii: "\"")),
                    line[..<quote].drop(while: { $0 == UInt8(ascii: " ") }).elementsEqual("because ".utf8)
                {
                    result += line[...quote] + Array("\(number) ".utf8) + line[(quote + 1)...]
                } else {
                    result += line
                }
                result.append(UInt8(ascii: "\n"))
            }
            return File(name: "\(number)/\(name)", bytes: result)
        }
    }

    /// The shipped files, and copies of them up to a size in bytes.
    static func repeated(to size: Int) -> [File] {
        var files = all
        var length = all.reduce(0) { $0 + $1.bytes.count }
        var number = 1
        while length < size, !all.isEmpty {
            for file in all where length < size {
                let copy = file.copy(number)
                files.append(copy)
                length += copy.bytes.count
            }
            number += 1
        }
        return files
    }

    static let all: [File] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return ["Rules", "Cases"].flatMap { folder -> [File] in
            let top = root.appending(path: folder).resolvingSymlinksInPath()
            let names = FileManager.default.enumerator(atPath: top.path(percentEncoded: false))?.allObjects
            return (names ?? []).compactMap { $0 as? String }.sorted().compactMap { name in
                guard name.hasSuffix(".rules") || name.hasSuffix(".case"),
                    let data = try? Data(contentsOf: top.appending(path: name))
                else { return nil }
                return File(name: folder + "/" + name, bytes: Array(data))
            }
        }
    }()
}
