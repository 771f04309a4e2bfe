import Notation
import RuleModel

/// A test as it stands in a file, in the layout of the house.
struct TestText {
    let rules: RuleBase

    func lines(_ test: RuleTest) -> [String] {
        let text = "language 1\n\n" + RuleModel.print(test, in: rules)
        let file = parse(fileName: "", source: Array(text.utf8))
        let tidy = formatted(file).map { String(decoding: $0, as: UTF8.self) } ?? text
        return tidy.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .drop { $0.hasPrefix("language") || $0.isEmpty }.trimmingBlankEnd
    }

    func titled(_ test: RuleTest, _ title: String) -> RuleTest {
        var test = test
        test.title = title
        return test
    }
}

extension ArraySlice<String> {
    fileprivate var trimmingBlankEnd: [String] {
        var lines = Array(self)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
