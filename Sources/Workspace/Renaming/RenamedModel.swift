import RuleModel

/// The meaning of rules and cases in words that know nothing of order: what a new name must leave alone.
///
/// Tables are in order of name, and a new name takes another place in them. So the lines of the printed
/// model are compared as they stand in their blocks, whatever the order of lines, and of words in a line.
struct OrderlessMeaning: Equatable {
    private let digest: Digest

    init(_ rules: RuleBase, _ cases: [ClusterCase], _ teaching: Teaching) {
        var lines: [String] = []
        let told = cases.map { RuleModel.print($0, in: rules) } + [RuleModel.print(teaching)]
        for text in [RuleModel.print(rules)] + told {
            var blocks: [String] = []
            for line in text.split(separator: "\n") {
                let words = line.split { $0 == " " || $0 == "," || $0 == ";" }
                guard words != ["}"] else {
                    _ = blocks.popLast()
                    continue
                }
                let said = words.sorted().joined(separator: " ")
                lines.append((blocks + [said]).joined(separator: "\n"))
                if words.last == "{" { blocks.append(said) }
            }
        }
        digest = Digest(lines.sorted().joined(separator: "\u{1}").utf8)
    }
}

/// Rules and cases in which one thing has another name, and nothing else is changed.
struct RenamedModel {
    var rules: RuleBase
    var cases: [ClusterCase]
    var teaching: Teaching

    init(
        _ thing: NamedThing, to name: String, rules: RuleBase, cases: [ClusterCase], teaching: Teaching
    ) {
        self.rules = rules
        self.cases = cases
        self.teaching = teaching
        switch thing.kind {
        case .declared(let kind): rename(kind, thing, name)
        case .attribute:
            for place in rules.attributes.indices
            where rules.attributes[place].name == thing.name
                && rules[rules.attributes[place].collection].name == thing.owner
            {
                self.rules.attributes[place].name = name
            }
        case .value(of: let kind): renameValue(kind, thing, name)
        }
    }

    private mutating func rename(_ kind: NameKind, _ thing: NamedThing, _ name: String) {
        let old = thing.name
        switch kind {
        case .source: RenamedModel.rename(old, name, in: &rules.sources, \.name)
        case .claim: RenamedModel.rename(old, name, in: &rules.claims, \.name)
        case .dispute: RenamedModel.rename(old, name, in: &rules.disputes, \.name)
        case .scale: RenamedModel.rename(old, name, in: &rules.scales, \.name)
        case .choice: RenamedModel.rename(old, name, in: &rules.choices, \.name)
        case .section: RenamedModel.rename(old, name, in: &rules.sections, \.name)
        case .diagnostic: RenamedModel.rename(old, name, in: &rules.diagnostics, \.name)
        case .collection:
            RenamedModel.rename(old, name, in: &rules.collections, \.name)
            if let plural = thing.plural {
                RenamedModel.rename(plural, name + "s", in: &rules.collections, \.plural)
            }
            // A choice written in place is called after what it belongs to.
            for place in rules.choices.indices where rules.choices[place].name.hasPrefix("\(old) ") {
                rules.choices[place].name = name + rules.choices[place].name.dropFirst(old.count)
            }
        case .concept: RenamedModel.rename(old, name, in: &rules.concepts, \.name)
        case .classification:
            RenamedModel.rename(old, name, in: &rules.classifications, \.name)
            renameRows(of: old) { rule in
                rule.name = name + rule.name.dropFirst(old.count)
                rule.kind = .tableRow(table: name)
            }
        case .criterion: RenamedModel.rename(old, name, in: &rules.criteria, \.name)
        case .lens: RenamedModel.rename(old, name, in: &rules.lenses, \.name)
        case .actor:
            RenamedModel.rename(old, name, in: &rules.actors, \.name)
            for place in cases.indices where !cases[place].hasMember(old) {
                for stage in cases[place].stages.indices {
                    for deed in cases[place].stages[stage].deeds.indices
                    where cases[place].stages[stage].deeds[deed].by == old {
                        cases[place].stages[stage].deeds[deed].by = name
                    }
                }
            }
        case .role: RenamedModel.rename(old, name, in: &rules.roles, \.name)
        case .indicator: RenamedModel.rename(old, name, in: &rules.indicators, \.name)
        case .packageAttribute: RenamedModel.rename(old, name, in: &rules.packageAttributes, \.name)
        case .package: RenamedModel.rename(old, name, in: &rules.packages, \.name)
        case .measure: RenamedModel.rename(old, name, in: &rules.measures, \.name)
        case .rule: RenamedModel.rename(old, name, in: &rules.rules, \.name)
        case .misconception:
            RenamedModel.rename(old, name, in: &rules.misconceptions, \.rule.name)
            for place in teaching.lessons.indices {
                teaching.lessons[place].unsettles = teaching.lessons[place].unsettles.map {
                    $0 == old ? name : $0
                }
            }
        case .lesson: renameLesson(old, name)
        case .course: RenamedModel.rename(old, name, in: &teaching.courses, \.name)
        case .report: RenamedModel.rename(old, name, in: &rules.reports, \.name)
        case .clusterCase:
            RenamedModel.rename(old, name, in: &cases, \.name)
            for place in rules.claims.indices {
                rules.claims[place].fromCases = rules.claims[place].fromCases.map { $0 == old ? name : $0 }
            }
            for place in rules.misconceptions.indices {
                rules.misconceptions[place].unsettledBy = rules.misconceptions[place].unsettledBy.map {
                    $0 == old ? name : $0
                }
            }
            for place in teaching.lessons.indices {
                RenamedModel.rename(old, name, in: &teaching.lessons[place].parts, \.caseName)
            }
        }
    }

    private mutating func renameLesson(_ old: String, _ name: String) {
        RenamedModel.rename(old, name, in: &teaching.lessons, \.name)
        for course in teaching.courses.indices {
            for step in teaching.courses[course].steps.indices {
                let told = teaching.courses[course].steps[step]
                teaching.courses[course].steps[step] = Course.Step(
                    lesson: told.lesson == old ? name : told.lesson,
                    after: told.after.map { $0 == old ? name : $0 })
            }
        }
    }

    private mutating func renameValue(_ kind: NameKind, _ thing: NamedThing, _ name: String) {
        let owner = thing.owner ?? ""
        func renamed(_ values: [NamedValue]) -> [NamedValue] {
            values.map { NamedValue(name: $0.name == thing.name ? name : $0.name, title: $0.title) }
        }
        for place in rules.scales.indices where kind == .scale && rules.scales[place].name == owner {
            rules.scales[place].values = renamed(rules.scales[place].values)
        }
        for place in rules.choices.indices where kind == .choice && rules.choices[place].name == owner {
            rules.choices[place].values = renamed(rules.choices[place].values)
        }
        for place in rules.lenses.indices where kind == .lens && rules.lenses[place].name == owner {
            rules.lenses[place].values = renamed(rules.lenses[place].values)
        }
        guard kind == .classification else { return }
        for place in rules.classifications.indices where rules.classifications[place].name == owner {
            rules.classifications[place].values = renamed(rules.classifications[place].values)
        }
        let row = "\(owner)-\(thing.name)"
        let classifications = rules.classifications
        renameRows(of: owner) { rule in
            guard rule.name == row || rule.name.hasPrefix(row + "-"),
                case .classification(_, value: let value, of: _)? = rule.conclusions.first,
                case .classification(let classification, value: _, of: _)? = rule.conclusions.first,
                classifications[classification.index].values[value].name == name
            else { return }
            rule.name = "\(owner)-\(name)" + rule.name.dropFirst(row.count)
        }
    }

    /// The rows of a table are rules called after it.
    private mutating func renameRows(of table: String, _ rename: (inout Rule) -> Void) {
        for place in rules.rules.indices where rules.rules[place].kind == .tableRow(table: table) {
            var rule = rules.rules[place]
            rename(&rule)
            rules.rules[place] = rule
        }
    }

    private static func rename<Named>(
        _ old: String, _ new: String, in table: inout [Named], _ name: WritableKeyPath<Named, String>
    ) {
        for place in table.indices where table[place][keyPath: name] == old {
            table[place][keyPath: name] = new
        }
    }
}

extension ClusterCase {
    /// Whether the case tells of a member of that name, who then is meant where somebody is named.
    func hasMember(_ name: String) -> Bool {
        func tells(_ statements: [Statement]) -> Bool {
            statements.contains { statement in
                if case .member(_, name: let member, title: _, let inner, _) = statement {
                    member == name || tells(inner)
                } else {
                    false
                }
            }
        }
        return stages.contains { tells($0.statements) }
    }
}
