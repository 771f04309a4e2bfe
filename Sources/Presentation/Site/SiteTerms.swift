import RuleModel

// What is too small for a page of its own: values, and who and what advice names.

extension Site {
    var scalePage: SitePage {
        var document = Document([.title("Scales and choices"), .paragraph(Prose(SiteMap.Kind.scales.about))])
        var entries: [SearchEntry] = []
        func add(
            _ kind: String, _ name: String, _ values: [NamedValue], _ address: PageAddress, _ type: ValueType,
            _ origin: Origin
        ) -> Document.Block {
            entries.append(
                SearchEntry(
                    kind: kind, name: name, title: name.asWords.capitalizedFirst,
                    text: values.map(\.name).joined(separator: " "), address: address))
            let joint = kind == "scale" ? " < " : " | "
            let titled = values.filter { !$0.title.isEmpty }
            return .item(
                Prose.strong(name) + Prose(" \(values.map(\.name).joined(separator: joint))"),
                aside: words.place(origin),
                below: [
                    .facts(
                        fact("Which mean", all: titled.map { Prose.strong($0.name) + Prose(": \($0.title)") })
                            + fact("Used by", users(of: type)))
                ], anchor: address.anchor)
        }
        document.add(
            part(
                "Scales, lowest first",
                rules.scales.indices.map { place in
                    let id = ID<Scale>(place)
                    return add(
                        "scale", rules[id].name, rules[id].values, SiteMap.address(of: id, in: rules),
                        .scale(id), rules[id].origin)
                }))
        document.add(
            part(
                "Choices",
                rules.choices.indices.map { place in
                    let id = ID<Choice>(place)
                    return add(
                        "choice", rules[id].name, rules[id].values, SiteMap.address(of: id, in: rules),
                        .choice(id), rules[id].origin)
                }))
        return page(SiteMap.Kind.scales.index, "Scales and choices", .scales, document, entries: entries)
    }

    private func users(of type: ValueType) -> Prose {
        let diagnostics = rules.diagnostics.indices.filter { rules.diagnostics[$0].measurement.type == type }
            .map { words.name(.diagnostic(ID($0))) }
        let attributes = rules.attributes.indices.filter { rules.attributes[$0].measurement.type == type }
            .map { words.name(.attribute(ID($0))) }
        let packages = rules.packageAttributes.indices
            .filter { rules.packageAttributes[$0].measurement.type == type }
            .map { words.name(.packageAttribute(ID($0))) }
        return (diagnostics + attributes + packages).joined(by: ", ")
    }

    var termPage: SitePage {
        var document = Document([.title("Actors and terms"), .paragraph(Prose(SiteMap.Kind.terms.about))])
        var entries: [SearchEntry] = []
        func add(
            _ kind: String, _ name: String, _ title: String, _ address: PageAddress, _ facts: [Document.Fact],
            _ origin: Origin
        ) -> Document.Block {
            entries.append(
                SearchEntry(
                    kind: kind, name: name, title: title.isEmpty ? name.asWords.capitalizedFirst : title,
                    text: "",
                    address: address))
            return .item(
                Prose.strong(name) + Prose(title.isEmpty ? "" : " \(title)"), aside: words.place(origin),
                below: facts.isEmpty ? [] : [.facts(facts)], anchor: address.anchor)
        }
        document.add(
            part(
                "Actors",
                rules.actors.indices.map { place in
                    let id = ID<Actor>(place)
                    return add(
                        "actor", rules[id].name, rules[id].title, SiteMap.address(of: id, in: rules),
                        facts(id), rules[id].origin)
                }))
        document.add(
            part(
                "Roles",
                rules.roles.indices.map { place in
                    let id = ID<Role>(place)
                    let packages = rules.packages.indices.filter {
                        rules.packages[$0].roles.contains { $0.role == id }
                    }
                    return add(
                        "role", rules[id].name, rules[id].title, SiteMap.address(of: id, in: rules),
                        fact("In", packages.map { words.package(ID($0)) }.joined(by: ", ")), rules[id].origin)
                }))
        document.add(
            part(
                "Criteria",
                rules.criteria.indices.map { place in
                    let id = ID<Criterion>(place)
                    let packages = rules.packages.indices.filter {
                        rules.packages[$0].criteria.contains { $0.criterion == id }
                    }
                    return add(
                        "criterion", rules[id].name, rules[id].title, SiteMap.address(of: id, in: rules),
                        fact("From", words.claims(rules[id].claims))
                            + fact("Met by", packages.map { words.package(ID($0)) }.joined(by: ", "))
                            + fact("Rules that ask about it", readerNames(.criterion(id))), rules[id].origin)
                }))
        document.add(
            part(
                "Lenses",
                rules.lenses.indices.map { place in
                    let id = ID<Lens>(place)
                    let values = rules[id].values.enumerated().map { value, named -> Prose in
                        let packages = rules.packages.indices.filter {
                            rules.packages[$0].lensValues.contains { $0.lens == id && $0.value == value }
                        }
                        return Prose.strong(named.name)
                            + Prose(named.title.isEmpty ? ": " : ", \(named.title): ")
                            + packages.map { words.package(ID($0)) }.joined(by: ", ")
                    }
                    return add(
                        "lens", rules[id].name, rules[id].title, SiteMap.address(of: id, in: rules),
                        fact("From", words.claims(rules[id].claims)) + fact("Values", all: values)
                            + fact("Rules that ask about it", readerNames(.lens(id))), rules[id].origin)
                }))
        document.add(
            part(
                "What packages state",
                rules.packageAttributes.indices.map { place in
                    let id = ID<PackageAttribute>(place)
                    return add(
                        "attribute", rules[id].name, rules[id].measurement.question,
                        SiteMap.address(of: id, in: rules),
                        facts(rules[id].measurement)
                            + fact("Rules that ask about it", readerNames(.packageAttribute(id))),
                        rules[id].origin)
                }))
        document.add(
            part(
                "Indicators",
                rules.indicators.indices.map { place in
                    let id = ID<Indicator>(place)
                    let packages = rules.packages.indices.filter {
                        rules.packages[$0].monitors.contains { $0.watched == .indicator(id) }
                    }
                    return add(
                        "indicator", rules[id].name, rules[id].title, SiteMap.address(of: id, in: rules),
                        fact("From", words.claims(rules[id].claims))
                            + fact("Watched in", packages.map { words.package(ID($0)) }.joined(by: ", ")),
                        rules[id].origin)
                }))
        document.add(
            part(
                "Reports",
                rules.reports.indices.map { place in
                    let id = ID<Report>(place)
                    return add(
                        "report", rules[id].name, rules[id].title, SiteMap.address(of: id, in: rules),
                        fact("Is", words.expression(rules[id].expression))
                            + fact("From", words.claims(rules[id].claims)), rules[id].origin)
                }))
        document.add(
            part(
                "Disputes",
                rules.disputes.indices.map { place in
                    let id = ID<Dispute>(place)
                    let dispute = rules.disputes[place]
                    let sides = dispute.sides.map { Prose($0.summary) + words.grounds($0.claims) }
                    return add(
                        "dispute", dispute.name, dispute.title, SiteMap.address(of: id, in: rules),
                        fact("Sides", all: sides)
                            + fact("Turns on", dispute.turnsOn.map(topic).joined(by: ", ")), dispute.origin)
                }))
        return page(SiteMap.Kind.terms.index, "Actors and terms", .terms, document, entries: entries)
    }

    private func topic(_ topic: Dispute.Topic) -> Prose {
        switch topic {
        case .diagnostic(let id): words.name(.diagnostic(id))
        case .concept(let id): words.name(.concept(id))
        case .classification(let id): words.name(.classification(id))
        }
    }

    private func readerNames(_ asked: Asked) -> Prose {
        references.readers(of: asked).map(words.rule).joined(by: ", ")
    }

    /// What somebody does in packages, which rules name them, and what they can change.
    private func facts(_ id: ID<Actor>) -> [Document.Fact] {
        let parts = rules.roles.indices.compactMap { place -> Prose? in
            let role = ID<Role>(place)
            let packages = rules.packages.indices.filter {
                rules.packages[$0].roles.contains { $0.role == role && $0.actor == id }
            }
            guard !packages.isEmpty else { return nil }
            return words.role(role) + Prose(": ") + packages.map { words.package(ID($0)) }.joined(by: ", ")
        }
        let through = rules.rules.indices.filter { place in
            rules.rules[place].conclusions.contains { conclusion in
                switch conclusion {
                case .recommend(_, let how): how.through == id
                case .assign(_, of: _, to: let actor): actor == id
                default: false
                }
            }
        }
        let changes = rules.diagnostics.indices.filter {
            rules.diagnostics[$0].measurement.changedBy.contains(id)
        }
        return fact("Takes part in packages", all: parts)
            + fact("Can change", changes.map { words.name(.diagnostic(ID($0))) }.joined(by: ", "))
            + fact("Rules that name them", through.map { words.rule(ID($0)) }.joined(by: ", "))
    }
}
