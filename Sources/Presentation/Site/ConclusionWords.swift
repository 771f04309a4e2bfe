import RuleModel

extension SiteWords {
    /// What a rule draws, as a clause: `recommend “…” firmly, through the association`.
    func conclusion(_ conclusion: Conclusion) -> Prose {
        switch conclusion {
        case .concept(let id, of: let bearer):
            return "conclude " + name(.concept(id)) + of(bearer, rules[id].collection)
        case .classification(let id, value: let value, of: let bearer):
            return "conclude " + name(.classification(id)) + of(bearer, rules[id].collection)
                + Prose(" is \(Phraser.name(rules[id].values, value))")
        case .recommend(let package, let how): return "recommend " + quoted(package) + words(how)
        case .adviseAgainst(let package, let objection):
            return "advise against " + quoted(package) + Prose(" as \(objection.word.asWords)")
        case .caution(let subject): return "caution about " + words(subject)
        case .require(let needed, before: let package):
            return "require " + words(needed) + " before " + quoted(package)
        case .sequence(let first, before: let second):
            return "put " + quoted(first) + " before " + quoted(second)
        case .prefer(let first, over: let second):
            return "prefer " + quoted(first) + " over " + quoted(second)
        case .choose(let comparison, let number, of: let options):
            return Prose("choose \(comparison.words) \(number) of ") + options.map(quoted).joined(by: ", ")
        case .withdraw(let package, jointlyWith: let partners):
            let joint: Prose =
                partners.isEmpty ? "" : ", jointly with " + partners.map(quoted).joined(by: ", ")
            return "withdraw " + quoted(package) + joint
        case .assign(let role, of: let package, to: let actor):
            return "have " + self.actor(actor) + " take the part “" + self.role(role) + "” in "
                + quoted(package)
        }
    }

    /// What the rule goes through: `for each channel where …`.
    func binding(_ binding: Rule.Binding, withLetters: Bool) -> Prose {
        let mark = withLetters ? " \(letter(of: binding.variable))" : ""
        let filter: Prose =
            binding.filter.map { " where " + condition($0, withLetters: withLetters) } ?? ""
        switch binding.range {
        case .packages: return Prose("package\(mark)") + filter
        case .members(let collection, parent: let parent):
            let within: Prose = parent == nil ? "" : " of it"
            return name(.collection(collection)) + Prose(mark) + within + filter
        }
    }

    private func quoted(_ package: PackageReference) -> Prose {
        switch package {
        case .package(let id): "“" + self.package(id) + "”"
        case .variable(let variable): Prose(letter(of: variable))
        }
    }

    private func of(_ bearer: Bearer, _ collection: ID<RuleModel.Collection>?) -> Prose {
        guard case .member = bearer, let collection else { return "" }
        return " of the " + name(.collection(collection))
    }

    private func words(_ how: Recommendation) -> Prose {
        var words = Prose(how.strength == .plainly ? "" : " \(how.strength.word)")
        if let actor = how.through { words += ", through " + self.actor(actor) }
        if how.targeting != nil { words += ", for the one meant" }
        if !how.with.isEmpty {
            words +=
                ", with "
                + how.with.map {
                    Prose.name(rules[$0].name).linked(to: SiteMap.address(of: $0, in: rules))
                }.joined(by: ", ")
        }
        return words
    }

    private func words(_ subject: CautionSubject) -> Prose {
        switch subject {
        case .package(let package): quoted(package)
        case .measure(let id): Prose.name(rules[id].name).linked(to: SiteMap.address(of: id, in: rules))
        case .concept(let id): name(.concept(id))
        case .classification(let id, value: let value):
            name(.classification(id))
                + Prose(value.map { " is \(Phraser.name(rules[id].values, $0))" } ?? "")
        }
    }

    private func words(_ needed: Prerequisite) -> Prose {
        switch needed {
        case .package(let package): quoted(package)
        case .concept(let id): name(.concept(id))
        case .diagnostic(let id): name(.diagnostic(id))
        }
    }
}
