import Notation

/// Findings as SARIF 2.1.0, the format that code-review tools read.
///
/// Files are named relative to the folder that the program ran in (`SRCROOT`); columns count code points.
public struct SarifView: Sendable {
    private let findings: [Finding]
    private let texts: SourceTexts
    private let version: String

    public init(_ findings: [Finding], texts: SourceTexts, version: String) {
        self.findings = findings
        self.texts = texts
        self.version = version
    }

    public var json: JSON {
        let codes = Set(findings.map(\.code))
        let pages = FindingManual.pages.filter { codes.contains($0.code) }.sorted { $0.code < $1.code }
        let places = Dictionary(
            uniqueKeysWithValues: pages.enumerated().map { ($0.element.code, $0.offset) })
        return .object([
            "$schema": .string(
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
            "version": .string("2.1.0"),
            "runs": .array([
                .object([
                    "tool": .object([
                        "driver": .object([
                            "name": .string("distretto"), "version": .string(version),
                            "rules": .array(pages.map(rule)),
                        ])
                    ]),
                    "originalUriBaseIds": .object([
                        "SRCROOT": .object([
                            "description": message("The folder in which the program ran.")
                        ])
                    ]),
                    "columnKind": .string("unicodeCodePoints"),
                    "results": .array(findings.map { result($0, rule: places[$0.code]) }),
                ])
            ]),
        ])
    }

    private func message(_ text: String) -> JSON { .object(["text": .string(text)]) }

    private func rule(_ page: FindingPage) -> JSON {
        let example = page.picture.isEmpty ? "" : "\n\nFor example:\n\n\(page.picture)"
        let text =
            "\(page.why)\(example)\n\nWhat to do instead: \(page.instead)\n\nWhat it does not see: \(page.unseen)"
        return .object([
            "id": .string(page.code),
            "shortDescription": message(page.summary.sentence),
            "fullDescription": message(page.why),
            "help": .object([
                "text": .string(text), "markdown": .string(FindingPageView.article(page)),
            ]),
            "defaultConfiguration": .object(["level": .string(page.severity.level)]),
        ])
    }

    private func result(_ finding: Finding, rule: Int?) -> JSON {
        let label = finding.label.isEmpty ? "" : ": \(finding.label)"
        let help = finding.help.map { "\n\($0)" }.joined()
        var result: [String: JSON] = [
            "ruleId": .string(finding.code), "level": .string(finding.severity.level),
            "message": message(finding.message + label + help),
            "locations": .array(
                (finding.place.map { [$0] } ?? []).map { .object(["physicalLocation": place($0)]) }),
        ]
        if let rule { result["ruleIndex"] = .integer(rule) }
        if !finding.notes.isEmpty {
            result["relatedLocations"] = .array(
                finding.notes.enumerated().map { number, note in
                    .object([
                        "id": .integer(number), "physicalLocation": place(note.place),
                        "message": message(note.label),
                    ])
                })
        }
        if let offer = finding.suggestion { result["fixes"] = .array([fix(offer)]) }
        return .object(result)
    }

    private func fix(_ offer: Finding.Suggestion) -> JSON {
        let visible = offer.replacement.trimmed
        let said = visible.isEmpty ? "Leave it out." : "Write `\(visible)`."
        var replacement: [String: JSON] = ["deletedRegion": region(offer.place)]
        if !offer.replacement.isEmpty {
            replacement["insertedContent"] = .object(["text": .string(offer.replacement)])
        }
        return .object([
            "description": message(said),
            "artifactChanges": .array([
                .object([
                    "artifactLocation": file(offer.place),
                    "replacements": .array([.object(replacement)]),
                ])
            ]),
        ])
    }

    private func place(_ place: Place) -> JSON {
        .object(["artifactLocation": file(place), "region": region(place)])
    }

    private func file(_ place: Place) -> JSON {
        .object(["uri": .string(SarifView.reference(place.file)), "uriBaseId": .string("SRCROOT")])
    }

    private func region(_ place: Place) -> JSON {
        var region: [String: JSON] = [
            "byteOffset": .integer(place.start), "byteLength": .integer(place.end - place.start),
        ]
        if let span = texts.span(of: place) {
            region["startLine"] = .integer(span.start.line)
            region["startColumn"] = .integer(span.start.column)
            region["endLine"] = .integer(span.end.line)
            region["endColumn"] = .integer(span.end.column)
        }
        return .object(region)
    }

    /// A path as a relative reference of RFC 3986.
    private static func reference(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || (0x30...0x39).contains(byte))
            if isPlain || "-._~/".unicodeScalars.contains(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return text
    }
}

extension Finding.Severity {
    /// The word of SARIF for it.
    fileprivate var level: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }
}
