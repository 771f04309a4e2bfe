import RuleModel

extension Situation {
    /// The situation without some of what it tells.
    func barer() -> [Situation] {
        var barer: [Situation] = []
        func edit(_ change: (inout Situation) -> Void) {
            var copy = self
            change(&copy)
            if copy != self { barer.append(copy) }
        }
        edit { $0.from = nil }
        edit { $0.inForce = [:] }
        edit { $0.statements = Statements() }
        for kept in readings.keys.sorted().withoutParts() {
            edit { $0.readings = $0.readings.filter { kept.contains($0.key) } }
        }
        for id in inForce.keys.sorted() { edit { $0.inForce[id] = nil } }
        edit { $0.closed = [] }
        for id in closed.sorted() { edit { $0.closed.remove(id) } }
        for statements in statements.fewer { edit { $0.statements = statements } }
        for id in allMembers {
            for member in self[id]?.barer ?? [] { edit { $0.members[id.collection]?[id.index] = member } }
        }
        return barer
    }

    /// The situation with readings in their simplest form.
    func plainer() -> [Situation] {
        var plainer: [Situation] = []
        func edit(_ reading: Reading?, _ replace: (inout Situation, Reading) -> Void) {
            for simpler in reading?.simpler ?? [] {
                var copy = self
                replace(&copy, simpler)
                plainer.append(copy)
            }
        }
        for id in readings.keys.sorted() { edit(readings[id]) { $0.readings[id] = $1 } }
        for id in inForce.keys.sorted() { edit(inForce[id]) { $0.inForce[id] = $1 } }
        for id in statements.concepts.keys.sorted() {
            edit(statements.concepts[id]) { $0.statements.concepts[id] = $1 }
        }
        for member in allMembers {
            for id in (self[member]?.attributes ?? [:]).keys.sorted() {
                edit(self[member]?.attributes[id]) {
                    $0.members[member.collection]?[member.index].attributes[id] = $1
                }
            }
        }
        return plainer
    }
}

extension Member {
    fileprivate var barer: [Member] {
        var barer: [Member] = []
        func edit(_ change: (inout Member) -> Void) {
            var copy = self
            change(&copy)
            if copy != self { barer.append(copy) }
        }
        edit { $0.title = "" }
        edit { $0.closed = [] }
        for id in attributes.keys.sorted() { edit { $0.attributes[id] = nil } }
        for statements in statements.fewer { edit { $0.statements = statements } }
        return barer
    }
}

extension Statements {
    fileprivate var fewer: [Statements] {
        var fewer: [Statements] = []
        func edit(_ change: (inout Statements) -> Void) {
            var copy = self
            change(&copy)
            fewer.append(copy)
        }
        for id in concepts.keys.sorted() { edit { $0.concepts[id] = nil } }
        for id in classifications.keys.sorted() { edit { $0.classifications[id] = nil } }
        for id in classificationValues.keys.sorted() { edit { $0.classificationValues[id] = nil } }
        return fewer
    }
}

extension Reading {
    /// The same values without citations and notes; then nothing beyond what is possible.
    fileprivate var simpler: [Reading] {
        [Reading(possible: possible, presumed: presumed), Reading(possible: possible)].filter { simpler in
            // Equality looks at every field: a plainer basis or note is simpler too, but only once.
            simpler != self
                && !(basis == .stated && citations.isEmpty && note.isEmpty && sides.isEmpty
                    && presumed == simpler.presumed)
        }
    }
}
