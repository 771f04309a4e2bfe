/// The script of the index: sorts and narrows the list of cases, which another script tells how far they were
/// walked.
enum WalkIndexScript {
    static let path = "cases.js"

    static var text: String { "\(source)" }

    private static let source: StaticString = #"""
        "use strict";
        (() => {
          const byId = id => document.getElementById(id);
          const list = byId("cases");
          const rows = [...list.children];
          const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
          const words = new Map(rows.map(row => [row, plain(row.textContent)]));

          function fits(row) {
            const { year, sector, country, state, lessons } = row.dataset, time = byId("time").value;
            const is = (id, value) => byId(id).value === "" || byId(id).value === value;
            return plain(byId("word").value).split(/\s+/).every(word => words.get(row).includes(word))
              && (time === "" || time === (year ? String(Math.floor(year / 10) * 10) : "none"))
              && is("sector", sector) && is("country", country) && is("state", state)
              && (byId("lesson").value === "" || lessons.split(" ").includes(byId("lesson").value));
          }

          // A case stands where the first lesson that goes through it stands.
          const lessonOrder = [...byId("lesson").options].map(option => option.value);
          const rank = row => Math.min(...row.dataset.lessons.split(" ")
            .map(name => name ? lessonOrder.indexOf(name) : lessonOrder.length));

          function order(one, other) {
            const by = byId("order").value, place = one.dataset.place - other.dataset.place;
            if (by === "place") return place;
            if (by === "lesson") return rank(one) - rank(other) || place;
            const mine = one.dataset[by], theirs = other.dataset[by];
            // What is not told stands last.
            if (!mine || !theirs) return (mine ? 0 : 1) - (theirs ? 0 : 1) || place;
            return (by === "year" ? mine - theirs : mine < theirs ? -1 : mine > theirs ? 1 : 0) || place;
          }

          function show() {
            let count = 0;
            for (const row of rows) {
              row.hidden = !fits(row);
              if (!row.hidden) count += 1;
            }
            list.append(...rows.sort(order));
            byId("count").textContent = count === 1 ? "1 case" : count + " cases";
          }

          show();
          byId("filter").hidden = false;
          byId("filter").addEventListener("input", show);
          window.addEventListener("pageshow", show);
        })();

        """#
}
