import Advice
import RuleModel

/// Which packages stand whatever the truth, for some answers, or for none.
struct BoundsBlocks {
    let bounds: Bounds
    let phraser: Phraser
    let detail: RecommendView.Detail

    var blocks: [Document.Block] {
        let always = bounds.packages.filter { $0.fate == .always }
        let sometimes = bounds.packages.filter(\.fate.isSometimes)
        let never = bounds.packages.filter { $0.fate == .never }
        let undecided = bounds.packages.filter(\.fate.isUndecided)
        var blocks: [Document.Block] = [.heading("WHATEVER THE TRUTH")]
        blocks +=
            always.isEmpty
            ? [.paragraph("No package stands whatever the answers turn out to be.")]
            : always.map(certain)
        if !sometimes.isEmpty {
            blocks.append(.heading("FOR SOME ANSWERS"))
            blocks += shown(sometimes.filter(\.standsNow) + sometimes.filter { !$0.standsNow })
        }
        if !undecided.isEmpty {
            blocks.append(.heading("NOT DECIDED"))
            blocks += shown(undecided)
        }
        if !never.isEmpty {
            blocks.append(.heading("FOR NO ANSWER"))
            blocks.append(.paragraph(Prose(self.never(never))))
        }
        return blocks + [.gap, .paragraph(.faint(extent))]
    }

    private func never(_ packages: [Bounds.Entry]) -> String {
        let count = counted(packages.count, "package")
        if detail == .overview { return "\(count)." }
        return listed(packages.map { phraser.title(of: $0.package) }) + "."
    }

    private var extent: String {
        "Tried over every value that what is not certain could turn out to have, whatever is presumed. "
            + "Members, whether there may be more of them, and earlier stages stay as told. To stand is to "
            + "be advised with all that is required; choices and preferences are left out of account. "
            + "\(counted(bounds.evaluations, "evaluation"))."
    }

    private func shown(_ entries: [Bounds.Entry]) -> [Document.Block] {
        let shown = entries.prefix(detail == .full ? .max : 8)
        let more = entries.count - shown.count
        let rest =
            more > 0
            ? [Document.Block.paragraph(.faint("and \(counted(more, "more package")) (--details)"))] : []
        return shown.map(item) + rest
    }

    /// Where the rules taken one by one still wait for an answer, all answers may come to the same.
    private func certain(_ entry: Bounds.Entry) -> Document.Block {
        .item(
            "·", .strong(phraser.title(of: entry.package)),
            aside: entry.standsNow ? .good("stands now") : .good("settled either way"))
    }

    private func item(_ entry: Bounds.Entry) -> Document.Block {
        .item(
            "·", .strong(phraser.title(of: entry.package)),
            aside: entry.standsNow ? .good("stands now") : .faint("not now"), below: below(entry))
    }

    /// What would make it otherwise; in full also what keeps it as it is.
    private func below(_ entry: Bounds.Entry) -> [Document.Block] {
        let (stands, falls) = entry.fate.witnesses
        let asNow = line(
            entry.standsNow ? "stands for sure if " : "certainly not if ",
            entry.standsNow ? stands : falls)
        let otherwise = line(entry.standsNow ? "falls if " : "stands if ", entry.standsNow ? falls : stands)
        var lines = [otherwise, detail == .full ? asNow : nil]
        if case .undecided(let doubt, _, _) = entry.fate {
            lines.append(.paragraph(.faint(why(doubt, entry))))
        }
        return lines.compactMap(\.self)
    }

    private func line(_ lead: String, _ witness: Bounds.Witness?) -> Document.Block? {
        guard let witness, !witness.parts.isEmpty else { return nil }
        let parts = witness.parts.map { part in
            Prose(phraser.phrase(part.place) + ": " + phraser.value(part.values, at: part.place))
        }
        return .paragraph(.faint(lead) + parts.joined(by: "; and "))
    }

    private func why(_ doubt: Bounds.Doubt, _ entry: Bounds.Entry) -> String {
        let readings = counted(entry.readings, "reading")
        switch doubt {
        case .tooManyEvaluations:
            return "not decided within \(counted(bounds.limits.evaluations, "evaluation")): "
                + "it could hang on \(readings) at once"
        case .unboundedQuantities:
            return "not decided: among the \(readings) it could hang on are quantities that are added up "
                + "or compared, and nothing is said of how large they may be"
        }
    }
}

extension Bounds.Fate {
    fileprivate var isSometimes: Bool { if case .sometimes = self { true } else { false } }
    fileprivate var isUndecided: Bool { if case .undecided = self { true } else { false } }

    /// What was found for standing and for falling.
    fileprivate var witnesses: (stands: Bounds.Witness?, falls: Bounds.Witness?) {
        switch self {
        case .always, .never: (nil, nil)
        case .sometimes(let stands, let falls): (stands, falls)
        case .undecided(_, let stands, let falls): (stands, falls)
        }
    }

    fileprivate var word: String {
        switch self {
        case .always: "always"
        case .sometimes: "sometimes"
        case .never: "never"
        case .undecided: "undecided"
        }
    }
}

// MARK: JSON

extension BoundsBlocks {
    /// Each package with its fate, and readings that settle it one way and the other.
    var json: JSON {
        .object([
            "evaluations": .integer(bounds.evaluations), "limit": .integer(bounds.limits.evaluations),
            "packages": .array(bounds.packages.map(json)),
        ])
    }

    private func json(_ entry: Bounds.Entry) -> JSON {
        let (stands, falls) = entry.fate.witnesses
        var why: String?
        if case .undecided(let doubt, _, _) = entry.fate {
            why = doubt == .tooManyEvaluations ? "too-many-evaluations" : "unbounded-quantities"
        }
        return .object([
            "package": .string(phraser.rules[entry.package].name), "fate": .string(entry.fate.word),
            "standsNow": .bool(entry.standsNow), "readings": .integer(entry.readings),
            "stands": json(stands), "falls": json(falls), "undecidedFor": .text(why),
        ])
    }

    private func json(_ witness: Bounds.Witness?) -> JSON {
        guard let witness else { return .null }
        return .array(
            witness.parts.map { part in
                .object([
                    "reading": .string(phraser.phrase(part.place)),
                    "values": .string(phraser.value(part.values, at: part.place)),
                ])
            })
    }
}
