import Analysis
import RuleModel

// Packages: what each is, what the rules say of it, and what leads to it.

extension Site {
    func packagePage(_ id: ID<Package>) -> SitePage {
        let package = rules[id]
        let title = words.phraser.title(of: id)
        var document = Document([.title(Prose(title), aside: Prose.name(package.name))])
        if !package.about.isEmpty { document.add(.paragraph(Prose(package.about))) }
        document.add(.facts(profile(of: package)))
        document.add(part("What leads to it", picture(of: id)))
        document.add(rulesPart(of: id))
        document.add(part("How it runs", running(package, id)))
        document.add(part("Design terms", measures(of: id)))
        document.add(part("How it fails", failures(of: package)))
        document.add(part("In the cases", casesPart(of: id)))
        document.add(declared(package.origin))
        return page(
            SiteMap.address(of: id, in: rules), title, .packages, document,
            entries: [
                SearchEntry(
                    kind: "package", name: package.name, title: title, text: package.about,
                    address: SiteMap.address(of: id, in: rules))
            ])
    }

    var packageIndex: SitePage {
        var document = Document([.title("Packages"), .paragraph(Prose(SiteMap.Kind.packages.about))])
        for (theme, found) in byTheme(rules.packages.indices.map { ID<Package>($0) }, { rules[$0].origin }) {
            document.add(
                part(
                    theme,
                    found.map { id in
                        let about = rules[id].about
                        return .item(
                            "·", words.package(id), aside: .faint(rules[id].name),
                            below: about.isEmpty ? [] : [.paragraph(Prose(about))])
                    }))
        }
        return page(SiteMap.Kind.packages.index, "Packages", .packages, document)
    }

    /// Things by the file they stand in, files in order of name.
    func byTheme<Thing>(_ things: [Thing], _ origin: (Thing) -> Origin) -> [(theme: String, things: [Thing])]
    {
        var order: [String] = []
        var groups: [String: [Thing]] = [:]
        for thing in things {
            let file = origin(thing).file
            if groups[file] == nil { order.append(file) }
            groups[file, default: []].append(thing)
        }
        return order.sorted().map { file in
            (Self.theme(file), groups[file] ?? [])
        }
    }

    /// The folders of a file and its name, as words: `Demand · Procurement`.
    private static func theme(_ file: String) -> String {
        let parts = file.split(separator: "/").dropFirst()
        let names = parts.map { part in
            String(part.split(separator: ".").first ?? part).asWords.capitalizedFirst
        }
        return names.isEmpty ? file : names.joined(separator: " · ")
    }

    private func profile(of package: Package) -> [Document.Fact] {
        let lenses = package.lensValues.flatMap { held in
            let value =
                rules[held.lens].values.indices.contains(held.value)
                ? rules[held.lens].values[held.value] : nil
            let title = value.map { $0.title.isEmpty ? $0.name : "\($0.name), \($0.title)" } ?? ""
            return fact(
                rules[held.lens].name.asWords.capitalizedFirst,
                Prose(title).linked(to: SiteMap.address(of: held.lens, in: rules))
                    + words.grounds(held.grounds))
        }
        let attributes = package.attributes.flatMap { held in
            fact(
                rules[held.attribute].name.asWords.capitalizedFirst,
                Prose(rules.phrase(held.value, rules[held.attribute].measurement.type))
                    .linked(to: SiteMap.address(of: held.attribute, in: rules))
                    + words.grounds(held.grounds))
        }
        let criteria = package.criteria.flatMap { met in
            fact(
                rules[met.criterion].name.asWords.capitalizedFirst,
                Prose(met.how.isEmpty ? "yes" : met.how).linked(to: nil) + words.grounds(met.claims))
        }
        var roles: [Document.Fact] = []
        for held in package.roles {
            let title = rules[held.role].title.isEmpty ? rules[held.role].name : rules[held.role].title
            let text = words.actor(held.actor) + words.grounds(held.claims)
            if let place = roles.firstIndex(where: { $0.label == title.capitalizedFirst }) {
                roles[place].text.append(text)
            } else {
                roles.append(Document.Fact(title.capitalizedFirst, [text]))
            }
        }
        return lenses + attributes + criteria + roles
    }

    private func picture(of id: ID<Package>) -> [Document.Block] {
        let influence = Influence(around: [.package(id)], in: rules, references: references)
        guard influence.nodes.count > 1 else { return [.paragraph("No rule speaks of it.")] }
        return [.picture(graphs.picture(influence, title: graphs.title(of: [.package(id)])))]
    }

    private func rulesPart(of id: ID<Package>) -> [Document.Block] {
        let mentions = references.mentions(of: id)
        func found(_ parts: Set<PackageMention.Part>, general: Bool = false) -> [ID<Rule>] {
            var seen: Set<ID<Rule>> = []
            return mentions.filter { parts.contains($0.part) && $0.isGeneral == general }.map(\.rule)
                .filter { seen.insert($0).inserted }
        }
        let order = found([.requiring, .required, .earlier, .later, .preferred, .passedOver])
        return part(
            "Rules for it", list(found([.recommended, .offered]), aside: { .faint(strength(of: $0, id)) }))
            + part(
                "Rules against it",
                list(found([.objected, .withdrawn]), aside: { .faint(objection(of: $0, id)) }))
            + part("Cautions", list(found([.cautioned])))
            + part("What comes before and after", conclusions(order, about: id))
            + part("Who is given a part in it", conclusions(found([.assigned]), about: id))
            + part(
                "Rules for all packages of its kind",
                list(found(Set(PackageMention.Part.allCases), general: true)))
    }

    private func strength(of rule: ID<Rule>, _ id: ID<Package>) -> String {
        for case .recommend(.package(id), let how) in rules[rule].conclusions {
            return how.strength == .plainly ? "" : how.strength.word
        }
        return "one of several"
    }

    private func objection(of rule: ID<Rule>, _ id: ID<Package>) -> String {
        for case .adviseAgainst(.package(id), let objection) in rules[rule].conclusions {
            return "as \(objection.word.asWords)"
        }
        return "withdraws it"
    }

    private func conclusions(_ found: [ID<Rule>], about id: ID<Package>) -> [Document.Block] {
        found.flatMap { rule in
            rules[rule].conclusions.filter { conclusion in
                conclusion.mentions.contains { $0.package == .package(id) && $0.part.isOfOrder }
            }.map { conclusion in
                .item(
                    "·", words.conclusion(conclusion).capitalizedFirst, aside: words.rule(rule),
                    below: rules[rule].because.isEmpty
                        ? [] : [.paragraph(Prose(rules[rule].because.asSentence))])
            }
        }
    }

    // MARK: How it runs

    private func running(_ package: Package, _ id: ID<Package>) -> [Document.Block] {
        var facts: [Document.Fact] = []
        for phase in package.phases {
            var text = Prose(phase.text.isEmpty ? phase.name.asWords : phase.text)
            if let after = phase.after, package.phases.indices.contains(after) {
                let success = phase.afterSuccess ? " succeeded" : ""
                text += Prose.faint(", after \(package.phases[after].name.asWords)\(success)")
            }
            if let takes = phase.takes {
                text +=
                    Prose.faint(", takes \(rules.phrase(takes, .duration))")
                    + words.grounds(phase.takesGrounds)
            }
            text += words.grounds(phase.claims)
            let payments = phase.payments.map {
                Prose("Money: \(rules.phrase($0))") + words.grounds($0.claims)
            }
            facts.append(Document.Fact("Step: \(phase.name.asWords)", [text] + payments))
        }
        facts += fact(
            "Money", all: package.payments.map { Prose(rules.phrase($0)) + words.grounds($0.claims) })
        facts += fact(
            "Stop when", all: package.stops.map { words.condition($0.condition) + words.grounds($0.claims) })
        facts += fact(
            "Watch",
            all: package.monitors.map { monitor in
                switch monitor.watched {
                case .diagnostic(let id): words.name(.diagnostic(id)) + words.grounds(monitor.claims)
                case .indicator(let id):
                    Prose.name(rules[id].name).linked(to: SiteMap.address(of: id, in: rules))
                        + words.grounds(monitor.claims)
                }
            })
        return facts.isEmpty ? [] : [.facts(facts)]
    }

    private func measures(of id: ID<Package>) -> [Document.Block] {
        rules.measures.indices.filter { rules.measures[$0].package == id }.map { place in
            let measure = rules.measures[place]
            return .item(
                Prose(measure.text) + words.grounds(measure.claims), aside: .faint(measure.name),
                anchor: "measure-\(measure.name)")
        }
    }

    private func failures(of package: Package) -> [Document.Block] {
        package.failures.map { .item("·", Prose($0.text) + words.grounds($0.claims)) }
    }

    private func casesPart(of id: ID<Package>) -> [Document.Block] {
        let done = caseList(backlinks.deeds[id] ?? [])
        let expected = caseList(backlinks.expected[id] ?? [])
        return (done.isEmpty ? [] : [.subheading("Where it was done")] + done)
            + (expected.isEmpty
                ? [] : [.subheading("Where the rules are expected to speak of it")] + expected)
    }
}

extension PackageMention.Part {
    fileprivate var isOfOrder: Bool {
        switch self {
        case .requiring, .required, .earlier, .later, .preferred, .passedOver, .assigned: true
        case .recommended, .offered, .objected, .cautioned, .withdrawn: false
        }
    }
}
