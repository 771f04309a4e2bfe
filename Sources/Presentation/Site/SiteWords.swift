import RuleModel

/// What rules say, in words that lead to where each thing is told of.
struct SiteWords {
    let rules: RuleBase
    let phraser: Phraser

    init(_ rules: RuleBase) {
        self.rules = rules
        phraser = Phraser(rules: rules, history: [])
    }

    // MARK: Names

    /// A package by its title.
    func package(_ id: ID<Package>) -> Prose {
        Prose(phraser.title(of: id)).linked(to: SiteMap.address(of: id, in: rules))
    }

    func rule(_ id: ID<Rule>) -> Prose {
        Prose.name(rules[id].name).linked(to: SiteMap.address(of: id, in: rules))
    }

    func name(_ asked: Asked) -> Prose {
        let address = SiteMap.address(of: asked, in: rules)
        return switch asked {
        case .diagnostic(let id): Prose.name(rules[id].name).linked(to: address)
        case .attribute(let id):
            Prose.name("\(rules[id].name) of \(rules[rules[id].collection].name)").linked(to: address)
        case .collection(let id): Prose.name(rules[id].name).linked(to: address)
        case .concept(let id): Prose.name(rules[id].name).linked(to: address)
        case .classification(let id): Prose.name(rules[id].name).linked(to: address)
        case .recommended(let id), .inForce(let id): package(id)
        case .packageAttribute(let id): Prose.name(rules[id].name).linked(to: address)
        case .criterion(let id): Prose.name(rules[id].name).linked(to: address)
        case .lens(let id): Prose.name(rules[id].name).linked(to: address)
        }
    }

    func actor(_ id: ID<Actor>) -> Prose {
        let title = rules[id].title
        return Prose(title.isEmpty ? rules[id].name : title).linked(to: SiteMap.address(of: id, in: rules))
    }

    func role(_ id: ID<Role>) -> Prose {
        let title = rules[id].title
        return Prose(title.isEmpty ? rules[id].name : title).linked(to: SiteMap.address(of: id, in: rules))
    }

    func claim(_ id: ID<Claim>) -> Prose {
        Prose.citation(rules[id].name).linked(to: SiteMap.address(of: id, in: rules))
    }

    func claims(_ ids: [ID<Claim>]) -> Prose { ids.map(claim).joined(by: ", ") }

    /// The claims behind something, set off from it.
    func grounds(_ ids: [ID<Claim>]) -> Prose { ids.isEmpty ? "" : Prose(" ") + claims(ids) }

    func grounds(_ grounds: Grounds) -> Prose {
        guard let judgement = grounds.judgement else { return self.grounds(grounds.claims) }
        let reason = judgement.isEmpty ? "as judged" : "judged: \(judgement)"
        return Prose.faint(" (\(reason))") + self.grounds(grounds.claims)
    }

    func citations(_ citations: [Citation]) -> Prose {
        citations.map { citation in
            Prose.citation("\(rules[citation.source].name) \(citation.location)")
                .linked(to: SiteMap.address(of: citation.source, in: rules))
        }.joined(by: ", ")
    }

    /// The file and line where something is declared.
    func place(_ origin: Origin) -> Prose {
        Prose.faint(origin.place).linked(to: SiteMap.address(of: origin))
    }

    func type(_ type: ValueType) -> Prose {
        switch type {
        case .scale(let id):
            Prose(rules.phrase(type)).linked(to: SiteMap.address(of: id, in: rules))
        case .choice(let id):
            Prose(rules.phrase(type)).linked(to: SiteMap.address(of: id, in: rules))
        default: Prose(rules.phrase(type))
        }
    }

    // MARK: Conditions

    /// A condition nearly as its author wrote it; what it asks about leads on.
    func condition(_ condition: Condition, withLetters: Bool = false) -> Prose {
        let text = withLetters ? describe(condition, in: rules) : phraser.phrase(condition)
        return linked(text, condition.asked)
    }

    func expression(_ expression: Expression) -> Prose {
        linked(phraser.phrase(expression), expression.asked)
    }

    /// An expectation's text with the names of what it is about.
    func linked(_ text: String, about expected: Expected) -> Prose {
        if case .rule(let id) = expected {
            return linked(text, [rules[id].name: SiteMap.address(of: id, in: rules)])
        }
        return linked(text, expected.subjects)
    }

    private func linked(_ text: String, _ asked: [Asked]) -> Prose {
        var addresses: [String: PageAddress] = [:]
        for thing in asked {
            for name in thing.names(in: rules) { addresses[name] = SiteMap.address(of: thing, in: rules) }
        }
        return linked(text, addresses)
    }

    /// The words of a text that name one of some things, linked to it; other words stay as they are.
    private func linked(_ text: String, _ addresses: [String: PageAddress]) -> Prose {
        var prose = Prose()
        var word = "", between = ""
        func flush() {
            guard !word.isEmpty else { return }
            if let address = addresses[word] {
                if !between.isEmpty { prose += Prose(between) }
                between = ""
                prose += Prose.name(word).linked(to: address)
            } else {
                between += word
            }
            word = ""
        }
        for character in text {
            if character.isLetter || character.isNumber || character == "-" {
                word.append(character)
            } else {
                flush()
                between.append(character)
            }
        }
        flush()
        return between.isEmpty ? prose : prose + Prose(between)
    }
}
