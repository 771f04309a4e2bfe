import RuleModel

extension MappingProposal {
    /// A column as it is looked at for a proposal.
    struct Column {
        let name: String
        /// Those that are not blank.
        let values: [String]
        let rules: RuleBase

        /// Texts that are all different, and no numbers.
        var namesRows: Bool { values.count > 1 && isText && Set(values).count == values.count }

        var isText: Bool {
            !values.isEmpty
                && !values.contains { $0.first.map { $0.isNumber || "+-.".contains($0) } ?? false }
        }

        private var quoted: String { TablePlan.quoted(name) }

        var key: Proposed {
            Proposed(
                reason: namesRows ? "every row has another text there" : "a text that the table begins with",
                lines: [Line(statement: "column \(quoted) is key")])
        }

        /// The diagnostic whose name has most words in common, two at least or all of them.
        func nearest(passing taken: Set<ID<Diagnostic>>) -> (ID<Diagnostic>, String)? {
            let mine = Set(HeadingWords.of(name).map(\.stem))
            var best: (id: ID<Diagnostic>, shared: [String], score: Int)?
            for place in rules.diagnostics.indices where !taken.contains(ID(place)) {
                let theirs = HeadingWords.of(rules.diagnostics[place].name)
                let shared = theirs.filter { mine.contains($0.stem) }
                guard !shared.isEmpty, shared.count >= min(2, theirs.count), fits(ID(place)) else { continue }
                let score = 10 * shared.count - theirs.count - mine.count
                if best.map({ score > $0.score }) ?? true {
                    best = (ID(place), shared.map(\.text).sorted(), score)
                }
            }
            return best.map {
                let words = $0.shared.map { "`\($0)`" }.joined(separator: ", ")
                return ($0.id, "shares \(words) with the diagnostic's name, and its values fit")
            }
        }

        /// What is said of a column that nothing is proposed for: the diagnostics nearest to it.
        func left(
            _ nearness: NearDiagnostics, passing taken: Set<ID<Diagnostic>>, misspelt: [ID<Diagnostic>]
        ) -> Proposed {
            var near = misspelt.map { NearDiagnostics.Near(diagnostic: $0, why: "spelt almost alike") }
            near += nearness.of(name, fits: fits).filter { found in
                !near.contains { $0.diagnostic == found.diagnostic }
            }
            near = near.filter { !taken.contains($0.diagnostic) && canBeRead(as: $0.diagnostic) }
            guard !near.isEmpty else {
                return Proposed(
                    reason:
                        "nothing is near it: its words are told of no diagnostic, or of too many to bring one nearer",
                    lines: [Line(statement: "column \(quoted) is ignored")])
            }
            let lines = near.prefix(NearDiagnostics.most).flatMap { found -> [Line] in
                let (statements, demand) = statements(for: found.diagnostic)
                var lines = statements.map { Line(statement: $0, isChoice: true) }
                let why = [found.why, demand].compactMap(\.self).joined(separator: "; ")
                let question = rules[found.diagnostic].measurement.question
                lines[lines.count - 1].note = (question.isEmpty ? "" : "\(question) ") + "(\(why))"
                return lines
            }
            return Proposed(
                reason:
                    "no diagnostic has a name like it; nearest are these: uncomment one, or leave it unread",
                lines: lines + [Line(statement: "column \(quoted) is ignored", isChoice: true)])
        }

        /// Whether no value contradicts the diagnostic's type.
        private func fits(_ id: ID<Diagnostic>) -> Bool {
            let type = rules[id].measurement.type
            if let names = rules.namedValues(of: type)?.map(\.name) {
                let plain = Set(values.map(TablePlan.plain))
                let known = Set(names + (type == .yesNo ? ["true", "false", "y", "n", "0", "1"] : []))
                return values.isEmpty || !plain.isDisjoint(with: known)
            }
            return type.isQuantity
                && values.allSatisfy { Double($0.filter { $0 != "%" && $0 != "," }) != nil }
        }

        /// Whether a mapping could say what the values mean, one by one if need be.
        private func canBeRead(as id: ID<Diagnostic>) -> Bool {
            let numbers = values.count { $0.first?.isNumber ?? false }
            return fits(id) || Set(values).count <= Self.fewTexts
                || rules[id].measurement.type.isQuantity && 2 * numbers >= values.count
        }

        /// Whether a text is a known word, or alternatives and ranges of such.
        private func isMade(of known: Set<String>, _ text: String) -> Bool {
            known.contains(TablePlan.plain(text))
                || text.replacing("..", with: " or ").split(separator: " ").filter { $0 != "or" }
                    .allSatisfy { known.contains(TablePlan.plain(String($0))) }
        }

        /// The column as a diagnostic's.
        func proposed(for id: ID<Diagnostic>, because reason: String) -> Proposed {
            let (statements, demand) = statements(for: id)
            return Proposed(
                reason: [reason, demand].compactMap(\.self).joined(separator: "; "),
                lines: statements.map { Line(statement: $0, isChoice: demand != nil) })
        }

        /// One statement, or those to choose from, with what somebody has to do before one can be used.
        private func statements(for id: ID<Diagnostic>) -> (all: [String], demand: String?) {
            let type = rules[id].measurement.type
            let start = "column \(quoted) is \(rules[id].name)"
            let numbers = values.compactMap { Double($0) }
            if type.isPercent, !numbers.isEmpty, numbers.count == values.count,
                numbers.allSatisfy({ (0...1).contains($0) })
            {
                return (
                    ["\(start) in fractions", "\(start) in percent"],
                    "all values lie between 0 and 1: choose one of the two"
                )
            }
            switch type {
            case .money, .duration:
                let units = (ColumnUnit.statement(for: type) ?? "").replacing("`", with: "")
                return (["\(start) \(units)"], "say the unit")
            default: break
            }
            if let names = rules.namedValues(of: type)?.map(\.name) {
                let known = Set(names + (type == .yesNo ? ["true", "false", "y", "n"] : []))
                let strange = Set(values.filter { !isMade(of: known, $0) }).sorted().prefix(Self.fewTexts)
                if !strange.isEmpty {
                    let pairs = strange.map { "\(TablePlan.quoted($0)) is ?" }.joined(separator: ", ")
                    return (
                        ["\(start) where \(pairs)"],
                        "say for each text which it means: \(names.joined(separator: ", "))"
                    )
                }
            }
            return ([start], nil)
        }

        /// So many different texts can be explained one by one.
        private static let fewTexts = 12
    }
}
