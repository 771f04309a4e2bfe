import Testing

/// Packages, criteria, cases, claims and sources are data: no Swift names one.
@Suite struct DataTests {
    /// Names declared by the files of a folder, by the words that declare them.
    static func declared(_ keywords: Set<Substring>, in folder: String, ending: String) -> Set<String> {
        var names: Set<String> = []
        for file in House.files(folder, ending: ending) {
            for line in file.lines {
                let words = line.split(separator: " ")
                guard words.count > 1, keywords.contains(words[0]) else { continue }
                names.insert(String(words[1].prefix { $0.isLetter || $0.isNumber || $0 == "-" }))
            }
        }
        return names
    }

    static let names: Set<String> = declared(
        ["package", "criterion", "claim", "source"], in: "Rules", ending: ".rules"
    ).union(declared(["case"], in: "Cases", ending: ".case")).subtracting(["attributes", ""])

    @Test func `the rules declare names to look for`() {
        #expect(Self.names.count > 50)
    }

    @Test func `no code has the name of a package, criterion, claim, source or case in it`() {
        for file in House.files("Sources") {
            for line in file.code {
                for literal in Self.literals(line) where Self.names.contains(literal) {
                    Issue.record("\(file.path) names \(literal)")
                }
            }
        }
    }

    /// The words inside the string literals of a line.
    private static func literals(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }
            .flatMap { $0.element.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init) }
    }
}
