import RuleModel

/// The place of a condition in the catalogue.
struct PhraseID: Hashable, Sendable {
    let index: Int32
}

/// The place of an expression in the catalogue.
struct FormulaID: Hashable, Sendable {
    let index: Int32
}

/// A condition with its parts by number, so that going through it copies nothing.
struct Phrase: Sendable {
    /// As the author wrote it.
    var condition: Condition
    var form: Form
    /// The first condition that says the same, whatever the wording of its thresholds.
    var meaning: PhraseID

    enum Form: Hashable, Sendable {
        /// A value is one of the accepted ones; `holds` accepts yes.
        case lies(FormulaID, in: ValueSet)
        case compares(FormulaID, Comparison, FormulaID)
        case concept(ID<Concept>, of: Bearer)
        case classification(ID<Classification>, value: Int, of: Bearer)
        case criterion(ID<Criterion>, of: PackageReference)
        case lens(ID<Lens>, values: UInt64, of: PackageReference)
        case recommended(PackageReference)
        case inForce(PackageReference)
        case not(PhraseID)
        case all([PhraseID])
        case any([PhraseID])
        case listed(Comparison, Int, of: [PhraseID])
        case some(Members, PhraseID?)
        case every(Members, filter: PhraseID?, PhraseID)
        /// The value against that of the stage before.
        case trend(FormulaID, Comparison)
        case previously(PhraseID)
        case earlier(PhraseID)
    }
}

/// An expression with its parts by number.
struct Formula: Sendable {
    var expression: Expression
    var form: Form
    var meaning: FormulaID

    enum Form: Hashable, Sendable {
        case diagnostic(ID<Diagnostic>)
        case attribute(ID<Attribute>, of: Variable)
        case packageAttribute(ID<PackageAttribute>, of: PackageReference)
        case literal(TypedValue)
        case count(Members, where: PhraseID?)
        case countOf([PhraseID])
        case proportion(Members, where: PhraseID)
        case fold(Expression.Fold, ID<Attribute>, Members, where: PhraseID?)
        case timeSince(FormulaID)
    }
}

/// Every condition and expression of a rule base, each once.
///
/// Equal parts share a number, within a rule and between rules. A part keeps its author's wording:
/// two that differ in wording alone have numbers of their own and one `meaning`.
final class Catalogue: Sendable {
    private let draft: CatalogueDraft

    init(_ draft: CatalogueDraft) { self.draft = draft }

    var phrases: [Phrase] { draft.phrases }
    var formulaCount: Int { draft.formulas.count }
    subscript(id: PhraseID) -> Phrase { draft.phrases[Int(id.index)] }
    subscript(id: FormulaID) -> Formula { draft.formulas[Int(id.index)] }

    /// The catalogue with a condition in it, which is this one if it has it already.
    func including(_ condition: Condition) -> (Catalogue, PhraseID) {
        var extended = draft
        let id = extended.number(of: condition)
        return (extended.phrases.count == draft.phrases.count ? self : Catalogue(extended), id)
    }

    /// The catalogue with an expression in it, which is this one if it has it already.
    func including(_ expression: Expression) -> (Catalogue, FormulaID) {
        var extended = draft
        let id = extended.number(of: expression)
        return (extended.formulas.count == draft.formulas.count ? self : Catalogue(extended), id)
    }

    /// A catalogue of a condition and no other: what is asked of it alone needs none of the rules'.
    static func alone(_ condition: Condition) -> (Catalogue, PhraseID) {
        var draft = CatalogueDraft()
        let id = draft.number(of: condition)
        return (Catalogue(draft), id)
    }

    static func alone(_ expression: Expression) -> (Catalogue, FormulaID) {
        var draft = CatalogueDraft()
        let id = draft.number(of: expression)
        return (Catalogue(draft), id)
    }

    /// The catalogue with several conditions in it.
    func including(_ conditions: [Condition]) -> Catalogue {
        var extended = draft
        for condition in conditions { _ = extended.number(of: condition) }
        return extended.phrases.count == draft.phrases.count ? self : Catalogue(extended)
    }
}

/// A catalogue while it is being made.
struct CatalogueDraft: Sendable {
    private(set) var phrases: [Phrase] = []
    private(set) var formulas: [Formula] = []
    private var phraseNumbers: [PhraseKey: PhraseID] = [:]
    private var formulaNumbers: [Formula.Form: FormulaID] = [:]

    /// What tells two conditions apart; the wording is left out where only meaning counts.
    private struct PhraseKey: Hashable {
        var form: Phrase.Form
        /// `holds` is written otherwise than `is yes`.
        var isBare = false
        var judgement: String?
        var wording: String?
    }

    private subscript(id: PhraseID) -> Phrase { phrases[Int(id.index)] }
    private subscript(id: FormulaID) -> Formula { formulas[Int(id.index)] }

    // MARK: Adding

    mutating func number(of condition: Condition) -> PhraseID {
        let form = form(of: condition)
        var key = PhraseKey(form: form)
        var meaningKey = PhraseKey(form: meaning(of: form))
        switch condition {
        case .holds:
            key.isBare = true
            meaningKey.isBare = true
        case .lies(_, in: _, let threshold):
            key.judgement = threshold.judgement
            key.wording = threshold.wording
            meaningKey.judgement = threshold.judgement
        default:
            break
        }
        if let known = phraseNumbers[key] { return known }
        let id = PhraseID(index: Int32(phrases.count))
        phraseNumbers[key] = id
        var meaning = id
        // Most are worded as their meaning is, and are looked up once.
        if key != meaningKey {
            if let known = phraseNumbers[meaningKey] {
                meaning = known
            } else {
                phraseNumbers[meaningKey] = id
            }
        }
        phrases.append(Phrase(condition: condition, form: form, meaning: meaning))
        return id
    }

    mutating func number(of expression: Expression) -> FormulaID {
        let form = form(of: expression)
        if let known = formulaNumbers[form] { return known }
        let id = FormulaID(index: Int32(formulas.count))
        formulaNumbers[form] = id
        let meaningForm = meaning(of: form)
        if formulaNumbers[meaningForm] == nil { formulaNumbers[meaningForm] = id }
        formulas.append(
            Formula(expression: expression, form: form, meaning: formulaNumbers[meaningForm] ?? id))
        return id
    }

    private mutating func form(of condition: Condition) -> Phrase.Form {
        switch condition {
        case .holds(let expression): return .lies(number(of: expression), in: .yes)
        case .lies(let expression, in: let accepted, _):
            return .lies(number(of: expression), in: accepted)
        case .compares(let left, let comparison, let right):
            return .compares(number(of: left), comparison, number(of: right))
        case .concept(let concept, of: let bearer): return .concept(concept, of: bearer)
        case .classification(let classification, value: let value, of: let bearer):
            return .classification(classification, value: value, of: bearer)
        case .criterion(let criterion, of: let package): return .criterion(criterion, of: package)
        case .lens(let lens, values: let values, of: let package):
            return .lens(lens, values: values, of: package)
        case .recommended(let package): return .recommended(package)
        case .inForce(let package): return .inForce(package)
        case .not(let part): return .not(number(of: part))
        case .all(let parts): return .all(numbers(of: parts))
        case .any(let parts): return .any(numbers(of: parts))
        case .listed(let comparison, let count, of: let parts):
            return .listed(comparison, count, of: numbers(of: parts))
        case .some(let members, let body): return .some(members, body.map { number(of: $0) })
        case .every(let members, filter: let filter, let body):
            return .every(members, filter: filter.map { number(of: $0) }, number(of: body))
        case .rising(let expression): return .trend(number(of: expression), .above)
        case .falling(let expression): return .trend(number(of: expression), .below)
        case .previously(let part): return .previously(number(of: part))
        case .earlier(let part): return .earlier(number(of: part))
        }
    }

    private mutating func numbers(of conditions: [Condition]) -> [PhraseID] {
        conditions.map { number(of: $0) }
    }

    private mutating func form(of expression: Expression) -> Formula.Form {
        switch expression {
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        case .attribute(let attribute, of: let variable): .attribute(attribute, of: variable)
        case .packageAttribute(let attribute, of: let package): .packageAttribute(attribute, of: package)
        case .literal(let literal): .literal(literal)
        case .count(let members, where: let filter): .count(members, where: filter.map { number(of: $0) })
        case .countOf(let conditions): .countOf(numbers(of: conditions))
        case .proportion(let members, where: let filter): .proportion(members, where: number(of: filter))
        case .fold(let fold, let attribute, let members, where: let filter):
            .fold(fold, attribute, members, where: filter.map { number(of: $0) })
        case .timeSince(let date): .timeSince(number(of: date))
        }
    }

    // MARK: Meaning

    /// The form with each part replaced by the first that says the same.
    private func meaning(of form: Phrase.Form) -> Phrase.Form {
        func same(_ id: PhraseID) -> PhraseID { self[id].meaning }
        func same(_ id: FormulaID) -> FormulaID { self[id].meaning }
        switch form {
        case .lies(let formula, in: let accepted): return .lies(same(formula), in: accepted)
        case .compares(let left, let comparison, let right):
            return .compares(same(left), comparison, same(right))
        case .not(let part): return .not(same(part))
        case .all(let parts): return .all(parts.map(same))
        case .any(let parts): return .any(parts.map(same))
        case .listed(let comparison, let count, of: let parts):
            return .listed(comparison, count, of: parts.map(same))
        case .some(let members, let body): return .some(members, body.map(same))
        case .every(let members, filter: let filter, let body):
            return .every(members, filter: filter.map(same), same(body))
        case .trend(let formula, let comparison): return .trend(same(formula), comparison)
        case .previously(let part): return .previously(same(part))
        case .earlier(let part): return .earlier(same(part))
        case .concept, .classification, .criterion, .lens, .recommended, .inForce: return form
        }
    }

    private func meaning(of form: Formula.Form) -> Formula.Form {
        func same(_ id: PhraseID) -> PhraseID { self[id].meaning }
        switch form {
        case .count(let members, where: let filter): return .count(members, where: filter.map(same))
        case .countOf(let parts): return .countOf(parts.map(same))
        case .proportion(let members, where: let filter): return .proportion(members, where: same(filter))
        case .fold(let fold, let attribute, let members, where: let filter):
            return .fold(fold, attribute, members, where: filter.map(same))
        case .timeSince(let date): return .timeSince(self[date].meaning)
        case .diagnostic, .attribute, .packageAttribute, .literal: return form
        }
    }
}
