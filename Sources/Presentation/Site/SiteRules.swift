import Analysis
import RuleModel

// Rules, each as a sentence with its reason, its claims and its tests.

extension Site {
    func rulePage(_ id: ID<Rule>) -> SitePage {
        let rule = rules[id]
        let title = rule.title.isEmpty ? rule.name.asWords.capitalizedFirst : rule.title
        var document = Document([.title(Prose(title), aside: Prose.name(rule.name))])
        document.add(.facts(sentence(rule)))
        document.add(part("What it stands on", rule.claims.map(claim)))
        document.add(part("What leads here, and on", picture(of: id)))
        document.add(part("Tests", tests(of: id)))
        document.add(part("Cases in which it applies", cases(of: id)))
        document.add(declared(rule.origin))
        return page(
            SiteMap.address(of: id, in: rules), title, .rules, document,
            entries: [
                SearchEntry(
                    kind: "rule", name: rule.name, title: title, text: rule.because,
                    address: SiteMap.address(of: id, in: rules))
            ])
    }

    var ruleIndex: SitePage {
        var document = Document([.title("Rules"), .paragraph(Prose(SiteMap.Kind.rules.about))])
        for (theme, found) in byTheme(rules.rules.indices.map { ID<Rule>($0) }, { rules[$0].origin }) {
            document.add(part(theme, list(found)))
        }
        return page(SiteMap.Kind.rules.index, "Rules", .rules, document)
    }

    /// When, unless, then, because: the rule as it would be read aloud.
    private func sentence(_ rule: Rule) -> [Document.Fact] {
        let withLetters = rule.bindings.contains { if case .packages = $0.range { true } else { false } }
        var facts = fact("For each", all: rule.bindings.map { words.binding($0, withLetters: withLetters) })
        facts += fact(
            "When",
            all: (rule.condition?.conjuncts ?? []).enumerated().map { place, part in
                (place > 0 ? Prose.faint("and ") : "") + words.condition(part, withLetters: withLetters)
            })
        for exception in rule.exceptions {
            facts.append(
                Document.Fact(
                    "Unless",
                    [words.condition(exception.condition, withLetters: withLetters)]
                        + (exception.presumption.isEmpty
                            ? []
                            : [
                                Prose.faint(
                                    "taken not to be so where nothing is known: \(exception.presumption)")
                            ])))
        }
        facts += fact("Then", all: rule.conclusions.map { words.conclusion($0) })
        facts += fact("Because", rule.because.isEmpty ? "" : Prose(rule.because.asSentence))
        facts += rule.lensValues.flatMap { held in
            fact(
                rules[held.lens].name.asWords.capitalizedFirst,
                Prose(Phraser.name(rules[held.lens].values, held.value))
                    .linked(to: SiteMap.address(of: held.lens, in: rules)) + words.grounds(held.grounds))
        }
        facts += fact("Judged by the author", all: rule.judgements.map { Prose($0) })
        return facts
    }

    func claim(_ id: ID<Claim>) -> Document.Block {
        let claim = rules[id]
        return .item(
            "·", words.claim(id) + Prose(" “\(claim.text)”"),
            aside: words.citations(claim.citations) + Prose(claim.firmness.map { ", \($0.word)" } ?? ""))
    }

    private func picture(of id: ID<Rule>) -> [Document.Block] {
        let influence = Influence(around: [.rule(id)], in: rules, references: references)
        guard influence.nodes.count > 2 else { return [] }
        return [.picture(graphs.picture(influence, title: graphs.title(of: [.rule(id)])))]
    }

    private func tests(of id: ID<Rule>) -> [Document.Block] {
        let tried = tries[id]
        guard !tried.tests.isEmpty || tried.others > 0 else { return [.paragraph("No test tries it.")] }
        let items = tried.tests.map { found -> Document.Block in
            let test = rules.tests[found.test]
            return .item(
                "·", Prose(test.title.capitalizedFirst).linked(to: SiteMap.address(of: test.origin)),
                aside: found.fires ? .good("applies") : .faint("does not apply"))
        }
        let others = counted(tried.others, "stage of another test", plural: "stages of other tests")
        return items
            + (tried.others > 0 ? [.paragraph(.faint("It applies in \(others) as well."))] : [])
    }

    private func cases(of id: ID<Rule>) -> [Document.Block] {
        caseList(
            tries[id].cases.map { SiteBacklinks.Telling(cluster: $0.cluster, stage: $0.stage, text: "") })
    }
}

extension Condition {
    /// The parts that must all hold.
    var conjuncts: [Condition] {
        if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }
}

extension Rule {
    /// The reasons the author gives for numbers that no claim states, each once.
    var judgements: [String] {
        var found: [String] = []
        for case .lies(_, in: _, let threshold) in askedConditions {
            guard let judgement = threshold.judgement, !judgement.isEmpty else { continue }
            let text = threshold.wording.isEmpty ? judgement : "\(threshold.wording): \(judgement)"
            if !found.contains(text) { found.append(text) }
        }
        return found
    }
}
