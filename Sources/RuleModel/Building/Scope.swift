import Notation

/// The variables in sight at a place in a rule, and what they stand for.
struct Scope {
    enum Range: Hashable {
        case members(ID<Collection>)
        case packages
    }

    struct Bound {
        var variable: Variable
        /// The letter it was given; without one the collection's word names it.
        var letter: String?
        var range: Range
        /// Singular and plural of the collection.
        var words: [String] = []
    }

    /// Innermost last.
    var bound: [Bound] = []
    /// The package variable whose own filter is being read: names alone are its attributes.
    var subject: Variable?

    /// What a word stands for: a letter, or the word of a collection bound without one.
    func find(_ token: SyntaxToken) -> Bound? {
        guard !bound.isEmpty else { return nil }
        let word = token.text
        return bound.last { $0.letter == word || $0.letter == nil && $0.words.contains(word) }
    }

    /// What a word stands for as a letter.
    func letter(_ token: SyntaxToken) -> Bound? {
        guard !bound.isEmpty else { return nil }
        let word = token.text
        return bound.last { $0.letter == word }
    }

    /// The members in sight, innermost first.
    var members: [(variable: Variable, collection: ID<Collection>)] {
        bound.reversed().compactMap { item in
            if case .members(let collection) = item.range { (item.variable, collection) } else { nil }
        }
    }

    /// The innermost member of a collection in sight, which what is nested in it is a part of.
    func member(of collection: ID<Collection>?) -> Variable? {
        collection.flatMap { wanted in members.first { $0.collection == wanted }?.variable }
    }

    /// The package that names alone refer to: the one being filtered, or the only one bound.
    var package: Variable? {
        if let subject { return subject }
        let all = bound.filter { $0.range == .packages }
        return all.count == 1 ? all[0].variable : nil
    }

    func adding(_ item: Bound) -> Scope {
        var scope = self
        scope.bound.append(item)
        return scope
    }
}
