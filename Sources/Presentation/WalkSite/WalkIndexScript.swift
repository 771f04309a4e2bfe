/// The script of the index: sorts and narrows the list of cases, and shows how far each was walked.
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

          // How far a case was walked, as far as this browser keeps it.
          function state(row) {
            try {
              const lines = JSON.parse(window.localStorage.getItem("distretto-walk:" + row.dataset.case) || "[]");
              if (!lines.length) return "new";
              return window.localStorage.getItem("distretto-walk-over:" + row.dataset.case) ? "over" : "begun";
            } catch { return "new"; }
          }

          function progress() {
            for (const row of rows) {
              const place = row.querySelector(".progress"), now = state(row);
              row.dataset.state = now;
              place.hidden = now === "new";
              place.textContent = now === "over" ? "walked to the end" : now === "begun" ? "begun" : "";
            }
          }

          function fits(row) {
            const { year, sector, country, state } = row.dataset, time = byId("time").value;
            const is = (id, value) => byId(id).value === "" || byId(id).value === value;
            return plain(byId("word").value).split(/\s+/).every(word => words.get(row).includes(word))
              && (time === "" || time === (year ? String(Math.floor(year / 10) * 10) : "none"))
              && is("sector", sector) && is("country", country) && is("state", state);
          }

          function order(one, other) {
            const by = byId("order").value, place = one.dataset.place - other.dataset.place;
            if (by === "place") return place;
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

          progress();
          show();
          byId("filter").hidden = false;
          byId("filter").addEventListener("input", show);
          window.addEventListener("pageshow", () => { progress(); show(); });
        })();

        """#
}
