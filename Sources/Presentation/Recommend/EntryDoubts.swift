import Advice
import Inference
import RuleModel

// How sure a package is, what put it where it is, and what nobody has stated.

extension EntryBlocks {
    var doubts: [Document.Block] {
        let presumed = entry.presumedAbsent.map { presumed in
            Document.Block.paragraph(
                .doubtful("presumed absent: ")
                    + Prose(phraser.phrase(presumed.condition, presumed.assignment))
                    + Prose(", because \(presumed.presumption.asSentence)"))
        }
        let line = [evidence, placement].joined(by: .faint(" · "))
        return presumed + (line.isEmpty ? [] : [.paragraph(line)])
    }

    private var evidence: Prose {
        let evidence = entry.evidence
        var remarks: [Prose] = []
        if let weakest = evidence.weakest, weakest < .strong {
            remarks.append(.doubtful("rests in part on a \(weakest.word) claim"))
        }
        if evidence.independent == 1, evidence.claims.count > 1 {
            remarks.append(.doubtful("one piece of evidence told \(evidence.claims.count) times"))
        }
        if evidence.isInSample { remarks.append(.doubtful("drawn from this case's own story")) }
        return remarks.joined(by: ", ")
    }

    /// What puts the package behind the one ranked above it.
    private var placement: Prose {
        // The order of the alphabet settles ties and is no ground worth a line.
        guard let key = entry.placement.decidedBy, key != .name, let behind = entry.placement.behind
        else { return "" }
        let number = answer.entries.first { $0.package == behind }.map { String($0.number) }
        let moved = entry.placement.isMovedByOrder ? ", moved by what must come first" : ""
        return .faint("ranked behind \(number ?? phraser.title(of: behind)) by \(word(key))\(moved)")
    }

    private func word(_ key: RankKey) -> String {
        switch key {
        case .standing: "standing"
        case .contested: "being contested"
        case .strength: "strength of the advice"
        case .criterion(let criterion): "the criterion \(rules[criterion].name)"
        case .evidence: "independent evidence"
        case .name: "name alone"
        }
    }

    /// What the documents do not say, printed as such and never filled in.
    var unstated: [Document.Block] {
        let held = Set(entry.roles.map(\.role))
        let open = rules.roles.indices.map { ID<Role>($0) }.filter { !held.contains($0) }
        let roles = isFull ? open.map { "who \(title(of: $0))" } : []
        let attributes = entry.attributes.filter { $0.value == nil }.map { rules[$0.attribute].name }
        let stop = entry.stops.isEmpty ? ["when to stop"] : []
        let watch = package.monitors.isEmpty ? ["what to watch"] : []
        let missing = stop + watch + attributes + roles
        return missing.isEmpty ? [] : [.paragraph(.faint("not stated: \(missing.joined(separator: ", "))"))]
    }
}
