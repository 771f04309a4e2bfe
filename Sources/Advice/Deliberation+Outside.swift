import Inference
import RuleModel

extension Deliberation {
    /// Objections to a package whose verdicts pass a test, in order of kind.
    func objections(
        to package: ID<Package>, where isWanted: (Verdict) -> Bool
    ) -> [ContestedPackage.ObjectionAnswer] {
        zip(Objection.allCases, statuses[package].objections).compactMap { objection, verdict in
            guard isWanted(verdict) else { return nil }
            return ContestedPackage.ObjectionAnswer(
                objection: objection, verdict: verdict, reasons: reasons(.advisedAgainst(package, objection)))
        }
    }

    func contested() -> [ContestedPackage] {
        scope.packages.filter { statuses[$0].isContested }.map { package in
            ContestedPackage(
                package: package, recommendation: statuses[package].recommended,
                reasonsFor: reasons(.recommended(package)),
                objections: objections(to: package, where: \.holds),
                isTakenIn: takenIn.contains(package))
        }
    }

    /// The nearest first: those with the fewest hindrances, then those advised most firmly.
    func waiting() -> [WaitingPackage] {
        let waiting = openPackages()
        return zip(waiting, misses(of: waiting)).map { package, misses in
            let prerequisites = prerequisites(of: package)
            let open = misses.filter { $0.reason.verdict == .open }
            var asks = statuses[package].recommended.holds ? [] : open.asks
            for prerequisite in prerequisites {
                asks += self.asks(about: prerequisite).filter { !asks.contains($0) }
            }
            return WaitingPackage(
                package: package,
                strength: rules.strength(of: package, by: deciding(.recommended(package))),
                misses: statuses[package].recommended.holds ? [] : misses, prerequisites: prerequisites,
                asks: asks)
        }.sorted { left, right in
            if left.hindrances != right.hindrances { return left.hindrances < right.hindrances }
            if left.strength != right.strength {
                return (left.strength ?? .tentatively) > (right.strength ?? .tentatively)
            }
            return left.package < right.package
        }
    }

    func withheld() -> [WithheldPackage] {
        failing().compactMap { package in
            let misses = withholding(package)
            return misses.isEmpty ? nil : WithheldPackage(package: package, misses: misses)
        }
    }

    /// By kind, and of each the nearest to being recommended first.
    func refused() -> [RefusedPackage] {
        let objected = objected()
        let inapplicable = failing().filter { withholding($0).isEmpty }
        return
            (zip(objected, misses(of: objected)).map(objection)
            + zip(inapplicable, misses(of: inapplicable)).map(inapplicability))
            .sorted { ($0.kind, $0.hindrances, $0.package) < ($1.kind, $1.hindrances, $1.package) }
    }

    /// Facts whose proofs some part of the answer looks into.
    var factsLookedInto: [Fact] {
        var facts: [Fact] = (openPackages() + objected() + failing()).map { .recommended($0) }
        facts += openCautions
        guard request.asksQuestions else { return facts }
        for part in statuses.undecided(among: scope.packages).flatMap(statuses.parts(decidingOn:)) {
            if case .fact(let fact) = part { facts.append(fact) }
        }
        return facts
    }

    /// Packages nobody advises against, and of which it is open whether they stand.
    private func openPackages() -> [ID<Package>] {
        scope.packages.filter { !statuses[$0].objected.holds && statuses[$0].status == .open }
    }

    /// Packages that are advised against and nothing else.
    private func objected() -> [ID<Package>] {
        scope.packages.filter { statuses[$0].objected.holds && !statuses[$0].isContested }
    }

    /// Packages nobody advises against, and which fail.
    private func failing() -> [ID<Package>] {
        scope.packages.filter { !statuses[$0].objected.holds && statuses[$0].status.fails }
    }

    /// Rules for a package whose conditions hold and which only presumed exceptions defeat.
    /// An exception that certainly holds is no presumption, and a failing condition none either.
    func withholding(_ package: ID<Package>) -> [Miss] {
        let fact = Fact.recommended(package)
        guard evaluation.verdict(of: fact) == .presumablyNo else { return [] }
        return misses(of: [package])[0].filter { miss in
            miss.obstacles.allSatisfy { obstacle in
                if case .exception = obstacle.kind { return obstacle.verdict == .presumablyYes }
                return false
            }
        }
    }

    /// For each package the rules that did not come to recommend it, nearest first.
    func misses(of packages: [ID<Package>]) -> [[Miss]] {
        openProofs(of: packages.map { .recommended($0) }).map { reading.misses(in: $0) }
    }

    private func objection(to package: ID<Package>, misses: [Miss]) -> RefusedPackage {
        RefusedPackage(
            package: package, kind: gravest(of: statuses[package].objections).refusal,
            verdict: statuses[package].objected,
            objections: objections(to: package, where: \.holds).flatMap(\.reasons),
            misses: misses, prerequisites: prerequisites(of: package),
            isNeverRecommended: isNeverRecommended(package))
    }

    private func inapplicability(of package: ID<Package>, misses: [Miss]) -> RefusedPackage {
        let status = statuses[package]
        return RefusedPackage(
            package: package, kind: .doesNotApply, verdict: status.status, objections: [],
            misses: status.recommended.holds ? [] : misses,
            prerequisites: prerequisites(of: package), isNeverRecommended: isNeverRecommended(package))
    }

    private func isNeverRecommended(_ package: ID<Package>) -> Bool {
        evaluation.applications(drawing: .recommended(package)).isEmpty
    }

    /// Requirements that keep a package below presumably-yes.
    private func prerequisites(of package: ID<Package>) -> [PrerequisiteAnswer] {
        statuses.requirements.filter { $0.package == package }.map(prerequisite).filter { !$0.effect.holds }
    }

    private func asks(about prerequisite: PrerequisiteAnswer) -> [ReadingPlace] {
        let proof =
            switch prerequisite.subject {
            case .package(let package): evaluation.proof(of: .recommended(package))
            case .concept(let concept): evaluation.proof(of: .concept(concept, member: nil))
            case .diagnostic(let diagnostic): evaluation.proof(of: .holds(.diagnostic(diagnostic)))
            }
        return reading.asks(in: proof, from: [proof.root])
    }
}

extension Objection {
    var refusal: RefusedPackage.Kind {
        switch self {
        case .notNeeded: .notNeeded
        case .harmful: .harmful
        case .disputed: .disputed
        }
    }
}

extension WaitingPackage {
    /// How much keeps it open, in the nearest rule for it or in what it requires.
    fileprivate var hindrances: Int { misses.first?.obstacles.count ?? prerequisites.count }
}

extension RefusedPackage {
    /// How far it is from being recommended; farthest when no rule is for it.
    fileprivate var hindrances: Int {
        misses.first?.obstacles.count ?? (prerequisites.isEmpty ? .max : prerequisites.count)
    }
}
