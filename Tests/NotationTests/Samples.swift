/// Texts that together use the whole grammar.
enum Samples {
    static let all = rules + "\n" + cases

    static let rules = #"""
        language 1
        # Sources and claims
        source HS1995 { authors "J. Humphrey, H. Schmitz" year 1995 title "Principles" publisher "UNIDO" note "x" }
        claim HS-130 at HS1995 "4.3" firmness strong "Contract with associations only."
        claim UN-112 at HS1995 "Box 3" at HS1995 "note 4" restates HS-176, HS-177 "Told twice."
        claim HS-138 at HS1995 "4.3" figure 70% or more from-case ceara "Most output sold privately."
        claim HS-003 at HS1995 "1" "How support was judged." { not-encoded history-only "Nothing follows." }
        claim HS-004 at HS1995 "1" "Older." { not-encoded superseded-by HS-130, HS-138 }
        dispute who-pays "Who pays" { side HS-076 "grants buy scale" side HS-077, HS-078 "fees buy commitment"
          turns-on policy-goal, degree }

        scale degree: none "not at all" < little < high
        choice governance: arms-length | network "partners"
        lens generation "Which generation": 1 "exogenous" | 2 from HE-GEN1
        criterion collective "Works through groups" from HS-010, HS-011
        actor association "the producers' association"
        role fund "pays"
        indicator net-exports "Exports less imports" from UN-055
        package attributes { level: micro | meso ask "Where?" from UN-129  takes: duration }

        section demand "Who buys" {
          diagnostic public-purchaser: yes/no changed-by state, association ask "Is a public body ready?"
          diagnostic top-share: percent of "the exports" changing means "the largest" measure "survey" at HS1995 "2"
          diagnostic sales: money in USD (1993) from HS-130
          collection channel plural channels "A way to users" {
            share: percent of "output"  design-by-buyer: yes/no
            collection order "An order" { size: count of "pieces" }
          }
          concept locked-in "Few buyers" from HU-127
          concept captive of channel by signs changing "Tied"
          classification cluster-type several "What it is": informal | organized "by itself" from UN-021
        }

        package procurement "Public procurement through an association" {
          about "Orders for small makers"
          generation 2   level meso   cost degree as-judged   takes 1..3 years judgement "two rounds" from HS-122
          collective "one contract" from HS-130
          role fund state from HS-131
          phase trial "A small order" takes 6 months from HS-128
          phase standing after trial succeeded {
            pays state 100% of "the order" in advance for at most 2 years capped at USD 1 500 (1993) until "paid" from HS-133
          }
          pays state USD 100..130 million (1993)
          measure joint-warranty "Repairs or replaces." from HS-131
          stop when private-sales-share at least 50% judgement "a majority" from HS-138
          monitor rejection-rate, net-exports from HS-131
          failure "The buyer is captive." from HS-127
        }

        misconception a-sure-buyer "A buyer who must buy helps" {
          when public-purchaser
          recommend procurement
          advise against training as harmful
          because "They dare to invest." from HS-127
          unsettled-by ceara, nnewi
        }

        rule procure "Through an association" {
          for each channel C of firm where captive, package P where side is supply
          when   public-purchaser and not captive of C
            and  (association-present or association-can-be-formed)
            and  governance of C is not network or quasi-hierarchical
            and  share was none or little and is high
            and  design-capability at most little
            and  own-share rising
            and  P is recommended and P is not in force
          unless some channel D where captive presume "few"
          recommend procurement firmly through association targeting channel with joint-warranty, advance
          generation 2
          because "One contract cuts the cost." from HS-124, HS-125
        }
        rule conclusions {
          when every firm F of D where active satisfies exporting
            and no firm where idle and at least 2 channels where (captive) judgement "two"
            and exactly 1 of { a; b is high; } and in an earlier stage blocked
            and count of { a; b above 50% } at least 3
            and sum of share of channels where captive at least 40% judgement "close to 40 %"
            and proportion of firms where not exporting below 50%
            and time since opened of C above 2 years and mean of share of channels above top-share of C
            and opened after early 1990s and opened before 1994-05-17
          conclude channel captive
          conclude cluster-type is organized
          advise against procurement as harmful
          caution cluster-type is informal
          require trusting before procurement
          sequence training before procurement
          prefer training over procurement
          choose at least 1 of { training; procurement }
          withdraw procurement jointly with training
          assign fund of procurement to state
        }
        table cluster-type "What it is" {
          columns technology, skills, trust
          row informal low, , - because "few" from UN-021
          row organized medium or high, none..little, at least little
          because "as the table says"
        }
        report independence "Signs" = count of { joint-business; own-funding above 50% } from HS-188
        """#

    static let cases = #"""
        case sialkot "Surgical instruments" {
          country "Pakistan" place "Sialkot" teaches "quality"
          stage exporting "Second" to 1994-04 { producers = 300 at HS1995 "Table 2" }
          stage alert "Shipments stop" after exporting from 1994-05 to late 1990s {
            market-access is blocked at HS1995 "Box 2" at HS1995 "3"
            capacity is little..medium assumed "no figure" presumably medium "a note"
            public-purchaser   not purchaser-captive
            cluster-type disputed { organized at HS1995 "2" informal or high at HS1995 "3" at HS1995 "4" }
            trust unknown "nobody asked"
            channel us-importers "Importers" { governance is network share = 40..60% assumed order first { size = 12 } }
            firm bata gone
            all firms listed
            not in force procurement at HS1995 "2"
            question "What now?"
            done "delegation" by association as procurement at HS1995 "Box 2"
            outcome "Sales above." at HS1995 "Box 2"
            override reject fairs "Too dear." by "An adviser"   override add credit "Promised." by "A minister"
            expect {
              cluster-type is organized   recommend procurement through association targeting a, b
              not recommend credit from HS-1   open recommend fairs as presumably-yes
              captive of us-importers is yes
              advise against fairs as harmful  report independence at least 3  locked-in
            } from UN-092, UN-173 at HS1995 "2"
          }
        }
        lesson one-voice "One voice" {
          teaches "That one voice is heard." note "Take your time."
          unsettles a-sure-buyer, money-first
          case sialkot {
            note "A case in three stages."
            stage alert { question "What now?" note "One thing only." debrief "Who asked?" }
            stage recovery
          }
          case nnewi
        }
        course historic "By history" {
          teaches "To look first." note "An hour each."
          lesson one-voice
          lesson two-voices after one-voice, three
          exercise 7
        }
        test "captive purchaser" { purchaser-captive expect { advise against procurement as harmful as yes } }
        """#
}
