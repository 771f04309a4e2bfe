import RuleModel

extension RuleBase {
    /// Who pays how much of what, for how long, up to what.
    func phrase(_ payment: Package.Payment) -> String {
        let payer = self[payment.actor].title.isEmpty ? self[payment.actor].name : self[payment.actor].title
        var words = "from \(payer): \(phrase(payment.amount.value, payment.amount.type))"
        if !payment.of.isEmpty { words += " of \(payment.of)" }
        if payment.inAdvance { words += " in advance" }
        if let lasting = payment.lasting { words += " for \(phrase(lasting, .duration))" }
        if let cap = payment.cap { words += ", capped at \(phrase(cap.value, cap.type))" }
        if !payment.until.isEmpty { words += ", until \(payment.until)" }
        return words
    }
}
