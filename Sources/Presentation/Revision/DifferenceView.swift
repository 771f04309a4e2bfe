import Analysis
import Inference
import RuleModel

/// What two rule bases advise on any cluster there can be: a cluster for each package on which they differ.
struct DifferenceView: Sendable {
    private let packages: [AdviceDifference.Package]
    private let old: RuleBase
    private let new: RuleBase
    private let tellsAll: Bool

    init(_ advice: AdviceDifference, _ bases: (old: RuleBase, new: RuleBase), tellsAll: Bool) {
        packages = advice.packages
        (old, new) = bases
        self.tellsAll = tellsAll
    }

    /// As many as one reads.
    private static let shownWitnesses = 6

    var blocks: [Document.Block] {
        var differing: [Document.Block] = []
        var undecided: [Document.Block] = []
        var same: [AdviceDifference.Package] = []
        var count = 0
        for package in packages {
            switch package.answer {
            case .same: same.append(package)
            case .undecided(let reason):
                undecided.append(
                    .item("?", .name(package.name) + ": not decided: " + .faint(words(of: reason))))
            case .differs(let witness):
                count += 1
                if tellsAll || count <= DifferenceView.shownWitnesses {
                    differing.append(item(package, witness))
                }
            }
        }
        let more = count - DifferenceView.shownWitnesses
        if more > 0, !tellsAll {
            differing.append(.paragraph(.faint("and \(counted(more, "more package")): --details")))
        }
        return [.heading("ON ANY CLUSTER")] + differing + undecided + sameness(same)
    }

    private func sameness(_ same: [AdviceDifference.Package]) -> [Document.Block] {
        guard !same.isEmpty else { return [] }
        var members: Int?
        for case .same(let scope) in same.map(\.answer) {
            if let most = scope.membersAtMost { members = max(members ?? 0, most) }
        }
        let extent = members.map { ", for clusters of at most \($0) members in every collection" } ?? ""
        let whole = same.count == packages.count
        let subject =
            whole
            ? "Proved of every package"
            : "Proved of \(counted(same.count, whole ? "package" : "other package"))"
        return [.item("=", Prose("\(subject): the same advice, whatever is told of a cluster\(extent)."))]
    }

    // MARK: Witnesses

    private func item(_ package: AdviceDifference.Package, _ witness: AdviceDifference.Witness)
        -> Document.Block
    {
        let head: Prose =
            .name(package.name) + Prose(" is \(witness.saying.words): ") + witness.before.prose
            + " before, " + witness.after.prose + " now."
        return .item(
            "≠", head,
            below: [
                .paragraph(Prose(heading(witness))), .verbatim(lines(witness)),
            ] + remarks(witness).map { .paragraph(.faint($0)) })
    }

    private func heading(_ witness: AdviceDifference.Witness) -> String {
        switch witness.readingCount {
        case 0: "On any cluster, even one of which nothing is told:"
        case 1: "On a cluster of which one thing is told:"
        default: "On a cluster of which \(witness.readingCount) things are told; none could be left out:"
        }
    }

    private func lines(_ witness: AdviceDifference.Witness) -> [Prose] {
        let text = caseText(witness, name: "witness", title: "")
        let lines = text.split(separator: "\n").dropFirst(2).dropLast().map { Prose(String($0)) }
        return lines.isEmpty ? [.faint("  (nothing)")] : lines
    }

    private func remarks(_ witness: AdviceDifference.Witness) -> [String] {
        if witness.isToldWholeByOld, witness.isToldWholeByNew { return [] }
        if witness.isToldWholeByNew { return ["The rules before have no word for some of this."] }
        if witness.isToldWholeByOld {
            return ["Told in words of the rules before; those now have none for some of it."]
        }
        return ["The rules before have words for something else that is not shown here."]
    }

    /// In the words of whichever version has words for all of it.
    private func caseText(_ witness: AdviceDifference.Witness, name: String, title: String) -> String {
        let isOld = !witness.isToldWholeByNew && witness.isToldWholeByOld
        let cluster = ClusterCase(
            name: name, title: title, stages: isOld ? witness.oldStages : witness.newStages)
        return RuleModel.print(cluster, in: isOld ? old : new)
    }

    var caseFiles: [(name: String, text: String)] {
        packages.compactMap { package in
            guard case .differs(let witness) = package.answer else { return nil }
            let title =
                "\(package.name) is \(witness.saying.words): \(witness.before.prose.text) before, "
                + "\(witness.after.prose.text) now"
            return (
                "differs-\(package.name)",
                caseText(witness, name: "differs-\(package.name)", title: title)
            )
        }
    }

    private func words(of reason: AdviceDifference.Reason) -> String {
        switch reason {
        case .doubt(let doubt): doubt.words
        case .unlike(let name): "the two versions do not mean the same by \(name)"
        }
    }

    // MARK: JSON

    var json: JSON { .array(packages.map(json)) }

    private func json(_ package: AdviceDifference.Package) -> JSON {
        var members: [String: JSON] = ["package": .string(package.name)]
        switch package.answer {
        case .same(let scope):
            members["answer"] = .string("same")
            members["membersAtMost"] = scope.membersAtMost.map { .integer($0) } ?? .null
            members["looksBack"] = .bool(scope.looksBack)
        case .undecided(let reason):
            members["answer"] = .string("undecided")
            members["reason"] = .string(words(of: reason))
        case .differs(let witness):
            members["answer"] = .string("differs")
            members["in"] = .string(witness.saying.words)
            members["before"] = .string(witness.before.name)
            members["after"] = .string(witness.after.name)
            members["readings"] = .integer(witness.readingCount)
            let name = "differs-\(package.name)"
            members["case"] = .string(caseText(witness, name: name, title: ""))
        }
        return .object(members)
    }
}

extension Saying {
    /// After "P is".
    var words: String {
        switch self {
        case .recommended: "recommended"
        case .recommendedAtLeast(.firmly): "recommended firmly"
        case .recommendedAtLeast: "recommended more than tentatively"
        case .recommendedThrough(let actor): "recommended through \(actor)"
        case .recommendedWith(measure: let measure): "recommended with \(measure)"
        case .recommendedFor(let member): "recommended for \(member)"
        case .advisedAgainst(.harmful): "advised against as harmful"
        case .advisedAgainst(.notNeeded): "advised against as not needed"
        case .advisedAgainst(.disputed): "advised against as disputed"
        case .cautioned: "under caution"
        case .requires(let name): "in need of \(name)"
        case .comesAfter(let name): "put after \(name)"
        case .preferredTo(let name): "preferred to \(name)"
        case .givesWayTo(let name): "given up for \(name)"
        case .chosenAmong(let comparison, let number, let names):
            "among those of which \(comparison.chosen) \(number) are chosen: \(listed(names))"
        case .withdrawn(jointlyWith: let names):
            names.isEmpty ? "withdrawn" : "withdrawn together with \(listed(names))"
        case .role(let role, by: let actor): "given \(actor) in the role \(role)"
        }
    }
}

extension Comparison {
    fileprivate var chosen: String {
        switch self {
        case .atLeast: "at least"
        case .atMost: "at most"
        case .above: "more than"
        case .below: "fewer than"
        case .exactly: "exactly"
        }
    }
}
