extension RuleBase {
    /// What is known at a stage and at the stages that led to it, earliest first.
    ///
    /// A stage inherits what the one before says and overrides what it says itself.
    /// What is declared `changing` is inherited as a guess: every value possible,
    /// the former ones presumed. Members are matched by name within their parent,
    /// and leave by `gone`.
    ///
    /// - Parameters:
    ///   - upTo: The place of the stage asked about; a place that does not exist gives none.
    ///   - changes: What is said of the last situation besides, in the place of what the case says there.
    public func situations(
        of stages: [Stage], caseName: String, upTo: Int, changes: [Statement] = []
    ) -> [Situation] {
        guard stages.indices.contains(upTo) else { return [] }
        var chain: [Stage] = []
        var next: Int? = upTo
        // A stage follows an earlier one; the bound keeps stages built by hand from going round.
        while let place = next, stages.indices.contains(place), chain.count < stages.count {
            chain.append(stages[place])
            next = stages[place].previous
        }
        var known = Known()
        return chain.reversed().enumerated().map { place, stage in
            if place > 0 { known.carryOver(in: self) }
            known.tell(stage.statements, in: self)
            if place == chain.count - 1 { known.tell(changes, in: self) }
            return known.situation(caseName: caseName, stage: stage)
        }
    }
}

/// What has been told of a cluster so far, members as a tree.
private struct Known {
    var readings: [ID<Diagnostic>: Reading] = [:]
    var inForce: [ID<Package>: Reading] = [:]
    /// The cluster itself counts as the member that all others are in.
    var cluster = KnownMember()

    mutating func tell(_ told: [Statement], in rules: RuleBase) {
        for statement in told {
            switch statement {
            case .diagnostic(let diagnostic, let reading): readings[diagnostic] = reading
            case .inForce(let package, let reading): inForce[package] = reading
            default: cluster.tell(statement)
            }
        }
    }

    /// Turns what the stage before said into what this one may presume.
    mutating func carryOver(in rules: RuleBase) {
        for (diagnostic, reading) in readings where rules[diagnostic].measurement.isChanging {
            readings[diagnostic] = reading.carriedOver(
                domain: rules.domain(of: rules[diagnostic].measurement.type))
        }
        cluster.carryOver(in: rules)
    }

    func situation(caseName: String, stage: Stage) -> Situation {
        var situation = Situation(
            caseName: caseName, stageName: stage.name, from: stage.from, to: stage.to, readings: readings,
            closed: cluster.closed, statements: cluster.statements, inForce: inForce)
        situation.leftOpen = cluster.leftOpen
        // A collection's members are numbered parent by parent, so parents come first, level by level.
        var level: [(member: KnownMember, id: MemberID?)] = [(cluster, nil)]
        while !level.isEmpty {
            var below: [(KnownMember, MemberID?)] = []
            for (parent, parentID) in level {
                for key in parent.members.keys.sorted() {
                    guard let member = parent.members[key] else { continue }
                    let index = situation.members[key.collection]?.count ?? 0
                    var told = Member(
                        name: key.name, title: member.title, parent: parentID,
                        attributes: member.attributes, statements: member.statements, closed: member.closed)
                    told.leftOpen = member.leftOpen
                    situation.members[key.collection, default: []].append(told)
                    below.append((member, MemberID(collection: key.collection, index: index)))
                }
            }
            level = below
        }
        return situation
    }
}

private struct MemberKey: Hashable, Comparable {
    var collection: ID<Collection>
    var name: String
    static func < (left: MemberKey, right: MemberKey) -> Bool {
        (left.collection, left.name) < (right.collection, right.name)
    }
}

private struct KnownMember {
    var title = ""
    var attributes: [ID<Attribute>: Reading] = [:]
    var statements = Statements()
    var closed: Set<ID<Collection>> = []
    var leftOpen: Set<ID<Collection>> = []
    var members: [MemberKey: KnownMember] = [:]

    mutating func tell(_ statement: Statement) {
        switch statement {
        case .attribute(let attribute, let reading): attributes[attribute] = reading
        case .concept(let concept, let reading): statements.concepts[concept] = reading
        case .classification(let classification, let reading):
            statements.classifications[classification] = reading
        case .classificationValue(let value, let reading): statements.classificationValues[value] = reading
        case .member(let collection, name: let name, title: let title, let inside, _):
            let key = MemberKey(collection: collection, name: name)
            var member = members[key] ?? KnownMember()
            if !title.isEmpty { member.title = title }
            for statement in inside { member.tell(statement) }
            members[key] = member
        case .memberGone(let collection, name: let name, _):
            members[MemberKey(collection: collection, name: name)] = nil
        case .allListed(let collection):
            closed.insert(collection)
            leftOpen.remove(collection)
        case .notAllListed(let collection):
            closed.remove(collection)
            leftOpen.insert(collection)
        // Said of the cluster only; of a member they mean nothing.
        case .diagnostic, .inForce: break
        }
    }

    mutating func carryOver(in rules: RuleBase) {
        // What nobody could tell then, somebody may know now.
        leftOpen = []
        for (attribute, reading) in attributes where rules[attribute].measurement.isChanging {
            attributes[attribute] = reading.carriedOver(
                domain: rules.domain(of: rules[attribute].measurement.type))
        }
        for (concept, reading) in statements.concepts where rules[concept].isChanging {
            statements.concepts[concept] = reading.carriedOver(domain: .yesOrNo)
        }
        for key in members.keys { members[key]?.carryOver(in: rules) }
    }
}

extension Reading {
    /// The reading a stage later, of something that may have moved: anything possible, the former values presumed.
    fileprivate func carriedOver(domain: ValueSet) -> Reading {
        var later = self
        later.possible = domain
        // Nobody knew before, so there is nothing to presume.
        later.presumed = basis == .unknown ? domain : presumed
        if basis != .unknown { later.basis = .carriedOver }
        return later
    }
}
