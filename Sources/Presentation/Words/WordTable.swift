// The rows of the page `Words` of the documentation: a word, where it stands, what it means, and a line of an
// example. A test holds the page to them, and each line to the examples that are tried.

extension WordManual {
    static let table = #"""
        | `about` | `about "…"` in a package | what the package does, for people | `about "A mechanic, spare parts and a room, paid for by those who use them."` |
        | `above` | `X above V` | more than the value | `and makers above 10 judgement "an example"` |
        | `actor` | `actor NAME "…"` | somebody who can do, pay or carry something | `actor association "The makers' association"` |
        | `add` | `override add P "…" by "…"` | the adviser wants the package, whatever the rules say | `override add single-credit "It was promised before the border closed." by "The ministry"` |
        | `advance` | `pays A V in advance` | paid before the work is done | `pays purchaser 50% of "the order" in advance from HS-133` |
        | `advise` | `advise against P as REASON` | concludes that a package should not be used | `advise against single-credit as not-needed` |
        | `after` | `stage S after T`, `phase F after G`, `lesson L after M`, `X after DATE` | what comes before; later than | `phase standing after trial succeeded {` |
        | `against` | `advise against P as REASON` | the package that is advised against | `advise against single-credit as not-needed` |
        | `all` | `all channels listed`, `not all channels listed` | the case tells of every member there is; there may be others, and nobody can name them | `all channels listed` |
        | `an` | `in an earlier stage C` | see `earlier` | `and in an earlier stage public-purchaser` |
        | `and` | `C and C` | both hold; the smaller of two verdicts | `and exports rising` |
        | `applies` | `expect { rule NAME applies }` | what is expected of one rule by itself, whatever others conclude | `rule procure-through-an-association applies` |
        | `as` | `advise against P as harmful`, `done … as P`, `expect … as yes` | in which way, as which package, with which verdict | `recommend store as yes` |
        | `as-judged` | behind a value of a package | no document states it: the author judged | `cost little as-judged` |
        | `ask` | `ask "…"` behind a diagnostic | the question put to the adviser | `ask "Do the makers have an association?"` |
        | `assign` | `assign ROLE of P to A` | concludes who takes a role in a package | `assign lead of procurement-via-association to association` |
        | `assumed` | behind a reading, with or without a text | a guess: presumed, and everything else stays possible | `state-capacity is little..medium assumed "no figure in the documents"` |
        | `at` | `at SOURCE "place"`, `at least V`, `at most V`, `capped at V` | where a fact stands; a limit that counts itself | `makers = 1 500 at X "1"` |
        | `attributes` | `package attributes { … }` | what can be said of every package | `package attributes { cost: degree }` |
        | `authors` | in a `source` | who wrote it | `authors "The district office" year 2024` |
        | `because` | `because "…"` | the reason, in the author's words | `because "An example." from X-1` |
        | `before` | `require X before P`, `sequence P before Q`, `X before DATE` | the order of things; earlier than | `sequence D before P` |
        | `below` | `X below V` | less than the value | `and proportion of channels where design-by-buyer below 40%` |
        | `billion` | `2 billion` | a thousand million | `when harvest below 2 billion judgement "more than there is"` |
        | `by` | `by signs`, `done … by A`, `override … by "…"` | how a concept is known; who did it; who decides | `concept trusting by signs "Firms deal without guarding every flank"` |
        | `capped` | `pays A V capped at V` | no more than this in all | `pays purchaser 50% of "the order" capped at USD 1 million (1993) for 2 years until "the whole order is delivered"` |
        | `case` | `case NAME "title" { … }` | a cluster of history | `case orchard "An orchard" {` |
        | `caution` | `caution X` | concludes that something wants care | `caution store` |
        | `changed-by` | `changed-by A, B` behind a diagnostic | who is able to change it | `diagnostic public-purchaser: yes/no changed-by local-government` |
        | `changing` | behind a diagnostic, a concept or an attribute | it may move from one stage to the next, and is carried over as a guess | `diagnostic exports: degree changing` |
        | `choice` | `choice NAME: a \| b` | values without an order | `choice access: open \| blocked` |
        | `choose` | `choose at most 1 of { P; Q }` | recommends packages as alternatives | `choose exactly 1 of { association-building; training }` |
        | `claim` | `claim NAME at SOURCE "place" "…"` | one thing that a document asserts | `claim X-1 at X "1" "An example of a claim."` |
        | `classification` | `classification NAME: a \| b` | what a cluster, or a member, is one of | `classification cluster-type: informal \| organized` |
        | `collection` | `collection NAME "…" { … }` | things of which a cluster has several, such as buyers | `collection channel "A way to the market" {` |
        | `columns` | `columns X, Y` in a table | what each column asks | `columns trust, exports` |
        | `concept` | `concept NAME "…"` | something that rules conclude | `concept captive of channel "The buyer decides"` |
        | `conclude` | `conclude CONCEPT`, `conclude CLASSIFICATION is VALUE` | what follows | `conclude trusting` |
        | `contested` | `expect { contested CLASSIFICATION }` | two values at once are meant to be found | `contested market-type as open` |
        | `contradicted-by` | `not-encoded contradicted-by CLAIM` | another claim says otherwise | `claim RE-3 at Report "3" "Growers store alone." { not-encoded contradicted-by RE-1 "RE-1 is later." }` |
        | `count` | `count of "…"`, `count of COLLECTION where C` | a whole number of things; how many members | `diagnostic makers: count of "makers in the cluster"` |
        | `country` | in a case | where the cluster is | `country "Pakistan" sector "surgical instruments"` |
        | `course` | `course NAME "title" { … }` | lessons in the order in which they build on each other | `course beginners "Before you prescribe" {` |
        | `criterion` | `criterion NAME "…"` | what packages are judged by | `criterion collective "Works through groups of firms" from HS-006` |
        | `date` | the kind of a reading | a day, month, year or decade | `diagnostic founded: date` |
        | `day` | `1 day` | a duration | `and keeps at least 1 day judgement "the way takes a day"` |
        | `days` | `20 days` | a duration | `keeps = 1 week..20 days at Report "2"` |
        | `debrief` | `debrief "…"` in a stage of a lesson | what the trainer says when the answer has been shown | `debrief "Who said that they would wait?"` |
        | `diagnostic` | `diagnostic NAME: KIND` | what is asked of a cluster | `diagnostic founded: date` |
        | `dispute` | `dispute NAME { side … turns-on … }` | where documents disagree | `dispute is-procurement-general "How widely may the state's own purchases be used?" {` |
        | `disputed` | `X disputed { V at SOURCE "…" … }` | documents give different values, and all are kept | `cluster-type disputed { organized at UNCTAD1998 "Table 2" informal at UNCTAD1998 "13" }` |
        | `done` | `done "…"` in a stage | what was done in history; feeds no advice | `done "a delegation to the regulator" by association as quality-assurance at UNCTAD1998 "Box 2"` |
        | `duration` | the kind of a reading | a span of time | `diagnostic time-to-market: duration` |
        | `each` | `for each COLLECTION` | see `for` | `rule captive-channel { for each channel` |
        | `earlier` | `in an earlier stage C` | held at a stage before this one | `and in an earlier stage public-purchaser` |
        | `early` | `early 1997` | the first third of a year or decade | `stage before "The old days" to early 1994 { harvest = 4 000 at Report "1" begun = mid 1970s at Report "1" }` |
        | `every` | `every COLLECTION satisfies C` | of all members | `and every channel where design-by-buyer satisfies (governance is not arms-length)` |
        | `exactly` | `exactly 2 of { … }` | neither more nor fewer | `choose exactly 1 of { association-building; training }` |
        | `exercise` | `exercise NUMBER` in a course | a cluster made from the rules and that number, which nobody has seen | `exercise 7` |
        | `expect` | `expect { … }` | what the rules should say of a case or test | `expect {` |
        | `failure` | `failure "…"` in a package | a way in which it goes wrong | `failure "The buyer is made to buy, and quality slips." from HS-130` |
        | `falling` | `X falling` | less than at the stage before | `when harvest falling` |
        | `figure` | `figure V` in a claim | the number that it states | `claim X-1 at X "1" figure 40% "A case reports close to 40 %."` |
        | `firmly` | `recommend P firmly`, also expected | stronger than plainly | `recommend procurement-via-association firmly through association targeting G with joint-warranty` |
        | `firmness` | `firmness strong` in a claim | how surely the document says it | `claim HS-130 at HS1995 "4.3" firmness strong` |
        | `first` | `expect { first P }` | comes first in the programme | `first quality-assurance` |
        | `for` | `for each COLLECTION`, `pays A V for DURATION` | what a rule is about, one by one; for how long | `rule captive-channel { for each channel` |
        | `force` | `in force P`, `P is in force` | the package is being done already | `and not market-news is in force` |
        | `from` | `from CLAIM, CLAIM`; `stage S from DATE` | what a statement rests on; since when | `from DO-1` |
        | `from-case` | `from-case CASE` in a claim | the case that it was drawn from | `claim HS-138 at HS1995 "4.3" firmness qualified figure 70% from-case ceara` |
        | `gone` | `buyer exporter gone` | the member is there no longer | `channel agents gone` |
        | `harmful` | `advise against P as harmful` | it would do damage | `advise against procurement-via-association as harmful` |
        | `hypothesis` | `firmness hypothesis` in a claim | the document supposes it | `claim RE-2 at Report "2" firmness hypothesis restates RE-1 "A store lifted prices."` |
        | `in` | `money in USD (1993)`, `in force P`, `in an earlier stage C`, `in advance` | see the word that follows it | `in force old-centre at UNCTAD1998 "Box 2"` |
        | `indicator` | `indicator NAME "…"` | something to watch that no rule reads | `indicator rejection-rate "Share of goods turned down"` |
        | `is` | `X is V` | has the value, or one of several | `open market-type is distant` |
        | `jointly` | `withdraw P jointly with Q` | all of them together | `withdraw guaranteed-purchase jointly with training` |
        | `judgement` | `judgement "why"` behind a number | why a number that no claim states was chosen | `and makers above 10 judgement "an example"` |
        | `language` | `language 1` | the first line of every file | `language 1` |
        | `largest` | `largest of ATTRIBUTE of COLLECTION` | the largest among the members | `and largest of orders of channels above 5 judgement "an example"` |
        | `late` | `late 1994` | the last third of a year or decade | `begun = late 1960s at X "1"` |
        | `least` | `at least V` | the value or more | `keeps = at least 1 month` |
        | `lens` | `lens NAME: a \| b` | a school of thought that packages and rules belong to | `lens generation: 1 \| 2 \| 3` |
        | `less` | `little or less` | the value and all below it | `when trust is little or less` |
        | `lesson` | `lesson NAME "title" { … }`; `lesson NAME` in a course | a class's way through cases, with the trainer's own words | `lesson waiting after first-look` |
        | `listed` | `all channels listed` | see `all` | `all channels listed` |
        | `mean` | `mean of ATTRIBUTE of COLLECTION` | the mean over the members | `and mean of share of channels at most 40%` |
        | `means` | `means "…"` behind a diagnostic | what exactly is measured | `diagnostic harvest: count of "boxes" changing means "in a year, at the gate"` |
        | `measure` | `measure NAME "…"` in a package, `measure "…"` behind a diagnostic | a part of a package; how a diagnostic is found out | `measure "a survey of the ten largest"` |
        | `mid` | `mid 1990s` | the middle third of a year or decade | `stage before "The old days" to early 1994 { harvest = 4 000 at Report "1" begun = mid 1970s at Report "1" }` |
        | `million` | `40 million` | a thousand thousand | `sales = USD 130 million (1993) at X "1"` |
        | `misconception` | `misconception NAME "…" { … }` | a wrong belief that is common, told as a rule; no advice is drawn from it | `misconception a-sure-buyer-helps "A buyer who has to buy gives firms a start" {` |
        | `money` | `money in USD (1993)` | an amount in the prices of a year | `diagnostic export-value: money in USD (1993)` |
        | `monitor` | `monitor X, Y` in a package | what to watch | `monitor rejection-rate, private-sales-share` |
        | `month` | `1 month` | a duration | `keeps = at least 1 month` |
        | `months` | `6 months` | a duration | `takes = 18 months at X "1"` |
        | `more` | `some or more` | the value and all above it | `trust is some or more at X "1"` |
        | `most` | `at most V` | the value or less | `and design-capability at most little` |
        | `no` | `no COLLECTION where C`; the verdict `no` | none of the members; it does not hold | `and no channel where captive` |
        | `not` | `not C` | the mirror image of a verdict | `not recommend single-credit` |
        | `not-encoded` | `{ not-encoded REASON "…" }` behind a claim | no rule stands on it, and why | `claim RE-4 at Report "4" "A cellar will do." { not-encoded superseded-by RE-1 "Cellars are full." }` |
        | `not-needed` | `advise against P as not-needed` | it would change nothing here | `advise against single-credit as not-needed` |
        | `note` | in a `source`, a `case` or a lesson | a remark; in a lesson, what the class is told | `country "Nowhere" place "A valley" note "Made up."` |
        | `number` | `number of "…"` | a plain number, with or without decimals | `diagnostic product: text diagnostic index: number` |
        | `of` | `ATTRIBUTE of X`, `sum of`, `percent of "…"` | belongs to | `and mean of share of channels at most 40%` |
        | `open` | the verdict `open` | a fact is missing | `open market-type is distant` |
        | `or` | `C or C`, `V or V` | one of them is enough | `makers = 300 or 350 at X "1"` |
        | `outcome` | `outcome "…"` in a stage | what came of it in history; feeds no advice | `outcome "Sales above the old level by early 1997." at UNCTAD1998 "Box 2"` |
        | `over` | `prefer P over Q` | which of two goes first | `prefer procurement-via-association over guaranteed-purchase` |
        | `override` | `override reject P "…" by "…"`, `override add P "…" by "…"` in a stage | what an adviser decides in their own name; feeds no verdict | `override reject old-centre "The makers want no part of it." by "The regional office"` |
        | `package` | `package NAME "title" { … }` | something a public agency can do | `package attributes { cost: degree }` |
        | `pays` | `pays A V of "…"` in a package or phase | who pays how much of what | `pays purchaser 50% of "the order" in advance from HS-133` |
        | `percent` | `percent of "…"` | a share of the whole that is named | `share: percent of "the cluster's output" changing` |
        | `phase` | `phase NAME "…"` in a package | one step of it | `phase standing after trial succeeded {` |
        | `place` | in a case | where in the country | `country "Nowhere" place "A valley" note "Made up."` |
        | `plainly` | `recommend P plainly` | as strong as saying nothing | `recommend store plainly` |
        | `plural` | `collection NAME plural NAME` | what several members are called | `collection shipment plural shipments "One delivery through the channel" { late: yes/no }` |
        | `prefer` | `prefer P over Q` | concludes which of two packages goes first | `prefer procurement-via-association over guaranteed-purchase` |
        | `presumably` | `X is V presumably W` | possible is the first, presumed the second | `trust is none..high presumably high` |
        | `presumably-no` | a verdict | it does not hold unless a guess is wrong | `expect { recommend store as presumably-no }` |
        | `presumably-yes` | a verdict | it holds unless an exception turns out to | `expect { recommend store as presumably-yes }` |
        | `presume` | `unless C presume "…"` | why the exception may be presumed absent | `unless mechanic-in-town presume "with one in town, fewer machines would stand idle"` |
        | `proportion` | `proportion of COLLECTION where C` | which share of the members | `and proportion of channels where design-by-buyer below 40%` |
        | `publisher` | in a `source` | who brought it out | `title "Principles for promoting clusters and networks of SMEs" publisher "UNIDO"` |
        | `qualified` | `firmness qualified` in a claim | the document says it with a reserve | `claim UN-130 at UNCTAD1998 "37" firmness qualified` |
        | `question` | `question "…"` in a stage, of a case or of a lesson | what the agency faced; feeds no advice | `question "Orders are cancelled. The agency can fund one thing this year. What, and through whom?"` |
        | `recommend` | `recommend P` | concludes that a package is advised | `recommend store as yes` |
        | `recommended` | `P is recommended` | a rule recommends it | `when P is recommended caution P because "An example." from X-1 }` |
        | `reject` | `override reject P "…" by "…"` | the adviser does not want the package, whatever the rules say | `override reject old-centre "The makers want no part of it." by "The regional office"` |
        | `report` | `report NAME "…" = FIGURE` | a figure shown with the answer | `report channels-told "Channels that the case names" = count of channels` |
        | `require` | `require X before P` | concludes what must hold or be done before a package | `require association-present before procurement-via-association` |
        | `restates` | `restates CLAIM` in a claim | the same evidence told again, which counts once | `claim RE-2 at Report "2" firmness hypothesis restates RE-1 "A store lifted prices."` |
        | `rising` | `X rising` | more than at the stage before | `and exports rising` |
        | `role` | `role NAME "…"`, `role NAME A` in a package | a part somebody plays; who plays it | `role lead "leads"` |
        | `row` | `row VALUE a, b` in a table | the answers that make the value | `row informal no, - from HS-124` |
        | `rule` | `rule NAME { … }` | what follows from what | `rule lock-in {` |
        | `satisfies` | `every COLLECTION satisfies C` | what is asked of each | `and every channel where design-by-buyer satisfies (governance is not arms-length)` |
        | `scale` | `scale NAME: a < b < c` | values in order | `scale degree: little < some < much` |
        | `section` | `section NAME "title" { … }` | diagnostics that belong together | `section demand "Who buys, and on what terms" {` |
        | `sector` | in a case | what the cluster makes | `sector "turned wood"` |
        | `sequence` | `sequence P before Q` | concludes the order of two packages | `sequence D before P` |
        | `several` | `classification NAME several` | more than one value may hold at once | `classification market-failure several: latent-demand \| public-good` |
        | `side` | `side CLAIM "…"` in a dispute | one view and who holds it | `side UN-130 "as a rare exception"` |
        | `signed-off` | in a case | whose word it is that its advice is right; `gate` asks before it changes | `signed-off "The growers, June 1996"` |
        | `signs` | `concept NAME by signs` | its rules are signs only, and their failing shows nothing | `concept trusting by signs "Firms deal without guarding every flank"` |
        | `since` | `time since DATE` | see `time` | `and time since founded at least 10 years judgement "an example"` |
        | `smallest` | `smallest of ATTRIBUTE of COLLECTION` | the smallest among the members | `when smallest of boxes of growers at least 3 thousand judgement "a lorry is full"` |
        | `some` | `some COLLECTION where C` | at least one member | `trust is some or more at X "1"` |
        | `source` | `source NAME { … }` | a document | `source HS1995 {` |
        | `stage` | `stage NAME "title" { … }` in a case | the cluster at one time | `stage later "Later" {` |
        | `stop` | `stop when C` in a package | when to end it | `stop when private-sales-share at least 70% from HS-138` |
        | `strong` | `firmness strong` in a claim | the document says it without reserve | `claim HS-130 at HS1995 "4.3" firmness strong` |
        | `succeeded` | `phase F after G succeeded` | only if the one before went well | `phase standing after trial succeeded {` |
        | `sum` | `sum of ATTRIBUTE of COLLECTION` | added up over the members | `when sum of share of channels where captive at least 40%` |
        | `superseded-by` | `not-encoded superseded-by CLAIM` | another claim has taken its place | `claim RE-4 at Report "4" "A cellar will do." { not-encoded superseded-by RE-1 "Cellars are full." }` |
        | `table` | `table CLASSIFICATION { columns … row … }` | many rules at one glance | `table cluster-type {` |
        | `takes` | `phase F takes DURATION` | how long | `takes = 18 months at X "1"` |
        | `targeting` | `recommend P targeting B` | for which members | `recommend procurement-via-association firmly through association targeting G with joint-warranty` |
        | `teaches` | in a case, a lesson or a course | what a class learns from it | `teaches "That waiting for one answer costs a harvest."` |
        | `tentatively` | `recommend P tentatively` | weaker than plainly | `recommend cellar tentatively` |
        | `test` | `test "what" { … expect { … } }` | an invented cluster that rules are tried on | `test "few idle machines" {` |
        | `text` | the kind of a reading | words for people | `buyer: text` |
        | `thousand` | `3 thousand` | times a thousand | `when smallest of boxes of growers at least 3 thousand judgement "a lorry is full"` |
        | `through` | `recommend P through A` | who carries it out | `recommend repair-workshop through association` |
        | `time` | `time since DATE` | how long ago | `and time since founded at least 10 years judgement "an example"` |
        | `title` | in a `source` | what it is called | `source X { title "An example" }` |
        | `to` | `assign … to A`, `stage S to DATE` | who gets it; until when | `stage exporting "Second in the world" to 1994-04 {` |
        | `turns-on` | `turns-on X` in a dispute | what the choice between the sides depends on | `turns-on public-purchaser` |
        | `unknown` | `X unknown "why"` | the case says that nobody knows | `banks-lend unknown "the documents are silent"` |
        | `unless` | `unless C presume "…"` | an exception, absent unless shown | `unless mechanic-in-town presume "with one in town, fewer machines would stand idle"` |
        | `unsettled-by` | `unsettled-by CASE` in a misconception | the case whose story speaks against it | `unsettled-by sunny-valley` |
        | `unsettles` | `unsettles MISCONCEPTION` in a lesson | the wrong beliefs that it is meant to unsettle | `unsettles waiting-is-free` |
        | `until` | `pays A V until "…"` | up to which moment | `pays purchaser 50% of "the order" capped at USD 1 million (1993) for 2 years until "the whole order is delivered"` |
        | `was` | `X was V and is W` | at the stage before, and now | `and main-governance was arms-length and is quasi-hierarchical` |
        | `week` | `1 week` | a duration | `keeps = 1 week..20 days at Report "2"` |
        | `weeks` | `6 weeks` | a duration | `keeps = 2..6 weeks` |
        | `when` | `when C` | the condition of a rule | `when harvest falling` |
        | `where` | `some COLLECTION where C` | which of the members | `and no channel where captive` |
        | `with` | `recommend P with MEASURE`, `jointly with P` | together with | `withdraw guaranteed-purchase jointly with training` |
        | `withdraw` | `withdraw P` | concludes that what is in force should end | `withdraw guaranteed-purchase jointly with training` |
        | `year` | `year 1995` in a `source`, `1 year` | when it was written; a duration | `authors "The district office" year 2024` |
        | `years` | `2 years` | a duration | `and time since founded at least 10 years judgement "an example"` |
        | `yes` | the verdict `yes`, the value of a yes/no reading | it holds | `recommend store as yes` |
        """#
}
