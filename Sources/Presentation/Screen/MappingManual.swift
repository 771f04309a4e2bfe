/// What a mapping of a table can say, form by form.
public enum MappingManual {
    /// A row of the documentation's table to each form.
    public static let rows: [String] = table.split(separator: "\n").map(String.init)

    /// Words that begin a form, or stand for what a column is.
    public static let words: Set<String> = [
        "mapping", "column", "key", "ignored", "always", "blank", "decimal", "thousands", "separator",
        "members",
    ]

    static let table = #"""
        | `column NAME is key` | it names the row, and is written with the answer |
        | `column NAME is ignored` | nothing is read from it |
        | `column NAME is DIAGNOSTIC` | it holds that diagnostic's readings |
        | `… in UNIT` | the unit of its plain numbers |
        | `… where "TEXT" is VALUE, …` | what the table's own words mean; a comma at a line's end continues it |
        | `always DIAGNOSTIC is VALUE` | holds in every row, without a column |
        | `blank "TEXT", …` | texts that say nothing |
        | `decimal comma` | `12,5` is twelve and a half |
        | `thousands point` | `1.200` is twelve hundred; also `comma`, `blank`, `apostrophe`, and `none` where no sign does |
        | `separator ";"` | what stands between fields, where the first line does not show it |
        | `members COLLECTION` | what follows is said of the table of that collection's members |
        | `column NAME is name` | in such a table: it names the member |
        | `all listed` | in such a table: there are no members beside those in it |
        """#

    private static let example = """
        # Which column is what.
        column region        is key
        column "Exports, %"  is export-share in percent
        column Vertrauen     is trust where "hoch" is high, "gering" is little
        column note          is ignored
        always one-sector is yes
        blank "NA", "-"
        decimal comma
        thousands point
        """

    /// The page that `help` shows.
    public static var document: Document {
        var document = Document([
            .title("A mapping"),
            .paragraph("It says of a table which column is what: distretto screen TABLE --mapping FILE"),
            .heading("What it says, a statement to a line"),
        ])
        document.add(
            .facts(
                rows.map { row in
                    let cells = row.split(separator: "|").map { cell in
                        cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                    }.map { String($0).filter { $0 != "`" } }
                    return Document.Fact(cells[0], [Prose(cells[1])])
                }))
        document.add([
            .paragraph(
                "Names with blanks or commas stand in quotes, and # starts a comment. Columns that it leaves out are "
                    + "taken by their names. Units are percent or fractions for shares; thousand, million or billion for "
                    + "counts; the currency and year of the diagnostic for money; days, weeks, months or years."
            ),
            .heading("For example"),
            .verbatim(example.split(separator: "\n").map { Prose("    " + $0) }),
            .paragraph("One is proposed for a table by: distretto screen TABLE --suggest-mapping"),
        ])
        return document
    }
}
