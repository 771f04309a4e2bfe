import Inference
import RuleModel

/// Asks the circuits of two rule bases together, of growing clusters.
struct DifferenceSearch: Sendable {
    private let old: DifferenceSide
    private let new: DifferenceSide
    private let words: SharedWords
    private let grounds: [Ground]

    /// Both circuits of clusters with so many members of everything.
    private struct Ground: Sendable {
        var old: RuleCircuit
        var new: RuleCircuit
        var cells: InputCells
        var common: CommonNodes
        var members: Int
        /// For each package the applications that recommend it, by their place in each circuit.
        var recommending: (old: [ID<Package>: [Int]], new: [ID<Package>: [Int]])
    }

    init(_ old: CompiledRules, _ new: CompiledRules, _ sharing: some WorkSharing) {
        words = SharedWords(old.rules, new.rules)
        self.old = DifferenceSide(compiled: old, numbers: words.toOld)
        self.new = DifferenceSide(compiled: new, numbers: words.toNew)
        // The largest takes longest, and is begun first.
        let counts = FaultSearch.memberCounts([old.rules, new.rules])
        grounds = sharing.map(counts.reversed()) { [words] count in
            let before = RuleCircuit(old, members: old.rules.each(count)).numbered(words.fromOld)
            let after = RuleCircuit(new, members: new.rules.each(count))
            return Ground(
                old: before, new: after,
                cells: InputCells([before, after]) { words.isSeveral[$0] ?? false },
                common: CommonNodes([before, after]), members: count,
                recommending: (before.applicationsByPackage, after.applicationsByPackage))
        }.reversed()
    }

    func answers(_ sharing: some WorkSharing) -> [AdviceDifference.Package] {
        let names = PackageNames(old.rules, new.rules, words)
        // The circuits of the largest cluster draw all facts that smaller ones draw.
        let facts = (grounds.last.map { $0.old.facts + $0.new.facts }) ?? []
        let others = names.sayings(of: facts)
        return sharing.map(names.packages) { package, declared in
            let sayings = sayings(of: package) + (others[package] ?? [])
            return AdviceDifference.Package(
                name: declared.name, title: declared.title, answer: answer(of: package, sayings))
        }
    }

    /// Whether it is recommended, in what manner, and what is advised against it.
    private func sayings(of package: ID<Package>) -> [SharedSaying] {
        let recommended = Fact.recommended(package)
        var sayings = [SharedSaying(saying: .recommended, fact: recommended)]
        for objection in Objection.allCases.reversed() {
            sayings.append(
                SharedSaying(saying: .advisedAgainst(objection), fact: .advisedAgainst(package, objection)))
        }
        for strength in [Strength.firmly, .plainly] {
            sayings.append(
                SharedSaying(
                    saying: .recommendedAtLeast(strength), fact: recommended, manner: .atLeast(strength)))
        }
        var seen: Set<Saying> = []
        func add(_ saying: SharedSaying) {
            if seen.insert(saying.saying).inserted { sayings.append(saying) }
        }
        for side in [old, new] {
            for conclusion in side.rules.rules.lazy.flatMap(\.conclusions) {
                guard case .recommend(let reference, let manner) = conclusion else { continue }
                if case .package(let named) = reference, side.numbers.packages[package] != named { continue }
                if let actor = manner.through.map({ side.rules[$0].name }) {
                    add(
                        SharedSaying(
                            saying: .recommendedThrough(actor), fact: recommended, manner: .through(actor)))
                }
                for measure in manner.with.map({ side.rules[$0].name }) {
                    add(
                        SharedSaying(
                            saying: .recommendedWith(measure: measure), fact: recommended,
                            manner: .with(measure)))
                }
            }
        }
        return sayings
    }

    // MARK: One package

    private func answer(of package: ID<Package>, _ sayings: [SharedSaying]) -> AdviceDifference.Answer {
        var doubt: AdviceDifference.Reason?
        var scope = SearchScope()
        for ground in grounds {
            let apart = sayings.filter { !isSame($0, ground) }
            if apart.isEmpty { continue }
            for layer in [CircuitSolver.Layer.presumed, .firm] {
                var solver = CircuitSolver(
                    [
                        CircuitSolver.Part(
                            compiled: old.compiled, circuit: ground.old, ownNumbers: words.toOld),
                        CircuitSolver.Part(
                            compiled: new.compiled, circuit: ground.new, ownNumbers: words.toNew),
                    ], cells: ground.cells, layer: layer)
                let ways = apart.flatMap { saying in
                    saying.heights.map { (saying, $0, differs(saying, $0, ground, &solver)) }
                }
                if solver.asksAboutMembers { scope.membersAtMost = ground.members }
                if solver.looksBack { scope.looksBack = true }
                if let name = solver.placesAsked.lazy.compactMap({ words.unlikeName(at: $0) }).first {
                    doubt = doubt ?? .unlike(name)
                    continue
                }
                switch solver.solve([solver.any(ways.map(\.2))]) {
                case .impossible: continue
                case .undecided(let why):
                    doubt = doubt ?? .doubt(why)
                    continue
                case .possible: break
                }
                // The weightiest of what they can differ in.
                for (saying, height, way) in ways {
                    guard case .possible(let sketch) = solver.solve([way]) else { continue }
                    if let witness = witness(sketch, saying, layer, height) { return .differs(witness) }
                }
                doubt = doubt ?? .doubt(solver.supposition.map { .limit($0) } ?? .unconfirmed)
            }
        }
        return doubt.map { .undecided($0) } ?? .same(scope)
    }

    /// Whether both say it in the same words, all the way down.
    private func isSame(_ saying: SharedSaying, _ ground: Ground) -> Bool {
        Set(old.wires(of: saying, in: ground.old, ground.recommending.old).map { ground.common.side($0, 0) })
            == Set(
                new.wires(of: saying, in: ground.new, ground.recommending.new).map {
                    ground.common.side($0, 1)
                })
    }

    /// That one says it at a height and the other does not.
    private func differs(
        _ saying: SharedSaying, _ height: CircuitSolver.Height, _ ground: Ground,
        _ solver: inout CircuitSolver
    ) -> Literal {
        func reached(_ wires: [RuleCircuit.Wire], _ part: Int) -> Literal {
            let literals = wires.map { solver.literal($0, height, part: part) }
            return solver.any(literals)
        }
        let before = reached(old.wires(of: saying, in: ground.old, ground.recommending.old), 0)
        let after = reached(new.wires(of: saying, in: ground.new, ground.recommending.new), 1)
        if before == after { return .no }
        let lost = solver.both(before, !after)
        return solver.any([lost, solver.both(!before, after)])
    }

    // MARK: Witnesses

    /// A cluster on which one says it at a height and the other does not.
    private func witness(
        _ sketch: ClusterSketch, _ saying: SharedSaying, _ layer: CircuitSolver.Layer,
        _ height: CircuitSolver.Height
    ) -> AdviceDifference.Witness? {
        func isReached(_ verdict: Verdict) -> Bool {
            let (low, high) = layer.heights(of: verdict)
            return height == .high ? high : low
        }
        func verdict(_ side: DifferenceSide, _ sketch: ClusterSketch) -> Verdict {
            let history = sketch.numbered(side.numbers).situations(in: side.rules)
            return side.verdict(of: saying, in: CompiledEvaluation(side.compiled, history: history))
        }
        guard
            let smallest = sketch.smallest(showing: {
                isReached(verdict(old, $0)) != isReached(verdict(new, $0))
            })
        else {
            return nil
        }
        func told(_ side: DifferenceSide) -> (stages: [Stage], verdict: Verdict, isWhole: Bool) {
            let own = smallest.numbered(side.numbers)
            let stages = own.stages(in: side.rules)
            let history = side.rules.situations(of: stages, caseName: "", upTo: stages.count - 1)
            let reference = ReferenceEvaluation(rules: side.rules, history: history)
            return (
                stages, side.verdict(of: saying, in: reference),
                own.told.count == smallest.told.count && own.members.count == smallest.members.count
            )
        }
        let (before, after) = (told(old), told(new))
        guard isReached(before.verdict) != isReached(after.verdict) else { return nil }
        return AdviceDifference.Witness(
            saying: saying.saying, before: before.verdict, after: after.verdict, oldStages: before.stages,
            newStages: after.stages, isToldWholeByOld: before.isWhole, isToldWholeByNew: after.isWhole,
            readingCount: smallest.told.count)
    }
}

/// What the packages of two rule bases are called, and what of the facts of either is said of them.
private struct PackageNames {
    /// By shared number, in order of name.
    let packages: [(ID<Package>, Package)]
    private let declared: [ID<Package>: Package]
    private let old: RuleBase
    private let new: RuleBase
    private let words: SharedWords

    init(_ old: RuleBase, _ new: RuleBase, _ words: SharedWords) {
        var declared: [ID<Package>: Package] = [:]
        for place in new.packages.indices { declared[ID(place)] = new.packages[place] }
        for place in old.packages.indices {
            if let shared = words.fromOld.packages[ID(place)], declared[shared] == nil {
                declared[shared] = old.packages[place]
            }
        }
        self.declared = declared
        packages = declared.sorted { $0.value.name < $1.value.name }.map { ($0.key, $0.value) }
        (self.old, self.new, self.words) = (old, new, words)
    }

    private func name(_ package: ID<Package>) -> String { declared[package]?.name ?? "" }

    /// The name of something else, from whichever has it.
    private func name<Declared>(
        _ id: ID<Declared>, _ numbers: KeyPath<WordNumbers, [ID<Declared>: ID<Declared>]>,
        _ name: (RuleBase, ID<Declared>) -> String
    ) -> String {
        if let own = words.toNew[keyPath: numbers][id] { return name(new, own) }
        return words.toOld[keyPath: numbers][id].map { name(old, $0) } ?? ""
    }

    /// What facts besides recommendations and objections say of each package, in the order of the facts.
    func sayings(of facts: [Fact]) -> [ID<Package>: [SharedSaying]] {
        var sayings: [ID<Package>: [SharedSaying]] = [:]
        var seen: Set<Fact> = []
        for fact in facts where seen.insert(fact).inserted {
            for package in fact.packagesSpokenOf {
                guard let saying = saying(of: fact, about: package) else { continue }
                sayings[package, default: []].append(SharedSaying(saying: saying, fact: fact))
            }
        }
        return sayings
    }

    private func saying(of fact: Fact, about package: ID<Package>) -> Saying? {
        switch fact {
        case .recommendedFor(package, let member):
            let collection = name(member.collection, \.collections) { $0[$1].name }
            return .recommendedFor("\(collection)-\(member.index + 1)")
        case .caution(.package(package)): return .cautioned
        case .required(.package(let first), before: package): return .requires(name(first))
        case .required(.concept(let concept), before: package):
            return .requires(name(concept, \.concepts) { $0[$1].name })
        case .required(.diagnostic(let diagnostic), before: package):
            return .requires(name(diagnostic, \.diagnostics) { $0[$1].name })
        case .sequenced(let first, before: package): return .comesAfter(name(first))
        case .preferred(package, over: let other): return .preferredTo(name(other))
        case .preferred(let other, over: package): return .givesWayTo(name(other))
        case .choice(let comparison, let number, of: let options) where options.contains(package):
            return .chosenAmong(comparison, number, options.map { name($0) })
        case .withdrawn(package, jointlyWith: let partners):
            return .withdrawn(jointlyWith: partners.map { name($0) })
        case .assigned(let role, of: package, to: let actor):
            return .role(
                name(role, \.roles) { $0[$1].name }, by: name(actor, \.actors) { $0[$1].name })
        default: return nil
        }
    }
}

extension Fact {
    fileprivate var packagesSpokenOf: Set<ID<Package>> {
        switch self {
        case .recommendedFor(let package, _), .caution(.package(let package)),
            .required(_, before: let package), .sequenced(_, before: let package),
            .withdrawn(let package, jointlyWith: _), .assigned(_, of: let package, to: _):
            [package]
        case .preferred(let one, over: let other): [one, other]
        case .choice(_, _, of: let options): Set(options)
        case .recommended, .advisedAgainst, .caution, .concept, .classification: []
        }
    }
}

extension RuleCircuit {
    fileprivate var applicationsByPackage: [ID<Package>: [Int]] {
        var places: [ID<Package>: [Int]] = [:]
        for (place, application) in applications.enumerated() {
            for case .recommended(let package) in application.facts {
                places[package, default: []].append(place)
            }
        }
        return places
    }
}

extension RuleBase {
    /// So many members of every collection.
    func each(_ count: Int) -> [ID<Collection>: Int] {
        Dictionary(uniqueKeysWithValues: collections.indices.map { (ID($0), count) })
    }
}
