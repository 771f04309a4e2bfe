import Advice

/// How many questions it takes each case to come to its programme, against the order of the vocabulary.
public struct RehearsalView: Sendable {
    private let rehearsals: [(name: String, rehearsal: Rehearsal)]

    public init(_ rehearsals: [(name: String, rehearsal: Rehearsal)]) {
        self.rehearsals = rehearsals.sorted { $0.name < $1.name }
    }

    public var document: Document {
        let width = (rehearsals.map(\.name.count).max() ?? 0) + 2
        func line(_ name: String, _ cells: [String]) -> Prose {
            Prose(
                name + String(repeating: " ", count: max(0, width - name.count))
                    + cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined())
        }
        var lines = [Prose.faint(line("case", ["asked", "in order", "ratio"]).text)]
        for (name, rehearsal) in rehearsals {
            lines.append(
                line(
                    name,
                    [
                        rehearsal.asked.map(String.init) ?? "never",
                        rehearsal.askedInVocabularyOrder.map(String.init) ?? "never",
                        rehearsal.percent.map { "\($0)%" } ?? "",
                    ]))
        }
        var document = Document([
            .heading("QUESTIONS UNTIL THE PROGRAMME IS THAT OF THE WHOLE CASE"), .verbatim(lines),
        ])
        if let median {
            document.add([
                .gap,
                .paragraph(
                    "Of \(counted(percents.count, "case")) in which something must be asked, half need at most \(median)% of the questions that the vocabulary's order takes."
                ),
            ])
        }
        return document
    }

    /// `distretto/ask-rehearsal/1`: `cases`, each with its counts (null where the programme is never reached).
    public var json: JSON {
        let cases = rehearsals.map { name, rehearsal -> JSON in
            .object([
                "case": .string(name), "asked": number(rehearsal.asked),
                "askedInVocabularyOrder": number(rehearsal.askedInVocabularyOrder),
            ])
        }
        return .object([
            "format": .string("distretto/ask-rehearsal/1"), "cases": .array(cases),
            "medianPercent": number(median),
        ])
    }

    private func number(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }

    private var percents: [Int] { rehearsals.compactMap(\.rehearsal.percent).sorted() }

    private var median: Int? { percents.isEmpty ? nil : percents[percents.count / 2] }
}

extension Rehearsal {
    /// Of the questions in the vocabulary's order; `nil` where nothing must be asked or nothing helps.
    fileprivate var percent: Int? {
        guard let asked, let inOrder = askedInVocabularyOrder, inOrder > 0 else { return nil }
        return (asked * 100 + inOrder / 2) / inOrder
    }
}
