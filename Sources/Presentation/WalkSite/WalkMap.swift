/// The addresses of a walk's site. No lesson is called like a case.
enum WalkMap {
    static let home = PageAddress("index.html")
    static let trainer = PageAddress("trainer.html")

    static func walk(_ name: String) -> PageAddress { PageAddress("walks/\(name).html") }
    static func worksheet(_ name: String) -> PageAddress { PageAddress("worksheets/\(name).html") }
    static func key(_ name: String) -> PageAddress { PageAddress("keys/\(name).html") }

    static func lesson(_ name: String) -> PageAddress { PageAddress("lessons/\(name).html") }
    static func course(_ name: String) -> PageAddress { PageAddress("courses/\(name).html") }

    static func way(to address: PageAddress, from page: PageAddress) -> String { page.way(to: address) }
}
