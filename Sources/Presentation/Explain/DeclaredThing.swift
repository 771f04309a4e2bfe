import RuleModel

/// Something that rules declare and nothing concludes: who plays a part, what is watched, what is reported.
public enum Declaration: Hashable, Sendable {
    case report(ID<Report>)
    case indicator(ID<Indicator>)
    case measure(ID<Measure>)
    case criterion(ID<Criterion>)
    case lens(ID<Lens>)
    case actor(ID<Actor>)
    case role(ID<Role>)
}

/// A declaration with all that is said of it and where it is used.
struct DeclaredThing {
    /// What it is: `measure`, `actor`, …
    let kind: String
    let name: String
    let title: String
    /// What else is declared of it: the values of a lens, the package of a measure.
    var details: [String] = []
    var claims: [ID<Claim>] = []
    let origin: Origin
    /// Packages and rules that use it, in order of name, each with what as.
    let uses: [Prose]

    init(_ declaration: Declaration, in rules: RuleBase) {
        uses = Uses(rules: rules).of(declaration)
        switch declaration {
        case .report(let id):
            (kind, name, title) = ("report", rules[id].name, rules[id].title)
            details = ["is \(Phraser(rules: rules, history: []).phrase(rules[id].expression))"]
            (claims, origin) = (rules[id].claims, rules[id].origin)
        case .indicator(let id):
            (kind, name, title) = ("indicator", rules[id].name, rules[id].title)
            (claims, origin) = (rules[id].claims, rules[id].origin)
        case .measure(let id):
            (kind, name, title) = ("measure", rules[id].name, rules[id].text)
            details = ["of the package \(rules[rules[id].package].name)"]
            (claims, origin) = (rules[id].claims, rules[id].origin)
        case .criterion(let id):
            (kind, name, title) = ("criterion", rules[id].name, rules[id].title)
            (claims, origin) = (rules[id].claims, rules[id].origin)
        case .lens(let id):
            (kind, name, title) = ("lens", rules[id].name, rules[id].title)
            details = rules[id].values.map { $0.title.isEmpty ? $0.name : "\($0.name): \($0.title)" }
            (claims, origin) = (rules[id].claims, rules[id].origin)
        case .actor(let id):
            (kind, name, title, origin) = ("actor", rules[id].name, rules[id].title, rules[id].origin)
        case .role(let id):
            (kind, name, title, origin) = ("role", rules[id].name, rules[id].title, rules[id].origin)
        }
    }
}

/// Where the packages and rules of a rule base use what it declares.
private struct Uses {
    let rules: RuleBase

    func of(_ declaration: Declaration) -> [Prose] {
        switch declaration {
        case .report: []
        case .indicator(let id):
            packages("watched in") { package in
                package.monitors.contains { $0.watched == .indicator(id) }
            }
        case .measure(let id):
            recommending { $0.with.contains(id) }
        case .criterion(let id):
            rules.packages.flatMap { package in
                package.criteria.filter { $0.criterion == id }.map { met in
                    Prose("met by ") + .name(package.name) + Prose(met.how.isEmpty ? "" : ": \(met.how)")
                }
            }
        case .lens(let id): valued(id)
        case .actor(let id): parts(of: id) + recommending { $0.through == id } + assigned { $0.actor == id }
        case .role(let id):
            rules.packages.flatMap { package in
                package.roles.filter { $0.role == id }.map { held in
                    Prose("in ") + .name(package.name) + Prose(": \(title(rules[held.actor]))")
                }
            } + assigned { $0.role == id }
        }
    }

    private func packages(_ label: String, where isUser: (Package) -> Bool) -> [Prose] {
        rules.packages.filter(isUser).map { Prose("\(label) ") + .name($0.name) }
    }

    private func recommending(_ isUser: (Recommendation) -> Bool) -> [Prose] {
        rules.rules.filter { rule in
            rule.conclusions.contains { conclusion in
                if case .recommend(_, let how) = conclusion { isUser(how) } else { false }
            }
        }.map { Prose("recommended by rule ") + .name($0.name) }
    }

    private func assigned(_ isUser: ((role: ID<Role>, actor: ID<Actor>)) -> Bool) -> [Prose] {
        rules.rules.filter { rule in
            rule.conclusions.contains { conclusion in
                if case .assign(let role, _, let actor) = conclusion { isUser((role, actor)) } else { false }
            }
        }.map { Prose("assigned by rule ") + .name($0.name) }
    }

    private func valued(_ lens: ID<Lens>) -> [Prose] {
        rules[lens].values.enumerated().flatMap { place, value -> [Prose] in
            let packages = rules.packages.filter { carries($0.lensValues, lens, place) }
                .map { Prose("\(value.name): package ") + .name($0.name) }
            let written = rules.rules.filter { carries($0.lensValues, lens, place) }
                .map { Prose("\(value.name): rule ") + .name($0.name) }
            return packages + written
        }
    }

    private func carries(_ values: [Package.LensValue], _ lens: ID<Lens>, _ value: Int) -> Bool {
        values.contains { $0.lens == lens && $0.value == value }
    }

    /// What somebody does in packages, and which readings they can change.
    private func parts(of actor: ID<Actor>) -> [Prose] {
        let held = rules.packages.flatMap { package in
            package.roles.filter { $0.actor == actor }.map { held in
                Prose("\(title(rules[held.role])) in ") + .name(package.name)
            }
        }
        let changed = rules.diagnostics.filter { $0.measurement.changedBy.contains(actor) }
            .map { Prose("can change ") + .name($0.name) }
        return held + changed
    }

    private func title(_ actor: Actor) -> String { actor.title.isEmpty ? actor.name : actor.title }
    private func title(_ role: Role) -> String { role.title.isEmpty ? role.name : role.title }
}
