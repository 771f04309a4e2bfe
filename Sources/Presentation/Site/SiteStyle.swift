/// How the site looks: one style sheet beside the pages, for the screen by day and by night, a telephone,
/// and paper.
enum SiteStyle {
    static let path = "style.css"

    static var text: String { "\(sheet)\(GraphStyle.rules)" }

    private static let sheet: StaticString =
        """
        :root { --ink: #1d2126; --paper: #ffffff; --quiet: #565d66; --rule: #d5d9de; --link: #0b5394;
          --good: #1a6b35; --doubtful: #7a5200; --bad: #a32020; --band: #f4f5f7; --good-band: #e9f5ec;
          --doubtful-band: #fbf3e0; --bad-band: #fbeaea; --sans: system-ui, "Noto Sans", "Liberation Sans", sans-serif; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e7ea; --paper: #16191d; --quiet: #a7b0ba; --rule: #39404a; --link: #8cc0f2;
            --good: #7fd39a; --doubtful: #e6bd6a; --bad: #ff9b94; --band: #20252b; --good-band: #1a2a20;
            --doubtful-band: #2d2617; --bad-band: #321e1f; }
        }
        * { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 4.5rem;
          font: 1rem/1.55 Georgia, "Noto Serif", "Liberation Serif", serif; }
        body { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
        a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
        a:focus-visible, summary:focus-visible, .scroll:focus-visible, input:focus-visible {
          outline: 2px solid var(--link); outline-offset: 2px; }
        .skip, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        .skip:focus { position: fixed; top: .5rem; left: .5rem; width: auto; height: auto; clip-path: none; z-index: 9;
          background: var(--paper); padding: .4rem .8rem; }
        .banner { position: sticky; top: 0; z-index: 5; display: flex; gap: 1rem; align-items: center;
          padding: .6rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--rule);
          font-family: var(--sans); }
        .browse { margin-inline-start: auto; font-size: .93rem; }
        .home { font-weight: 700; color: var(--ink); text-decoration: none; white-space: nowrap; }
        search { position: relative; flex: 1; max-width: 40rem; margin-inline-start: auto; }
        search[hidden] { display: none; }
        input { width: 100%; font: 1rem var(--sans); color: var(--ink); background: var(--band); padding: .45rem .7rem;
          border: 1px solid var(--quiet); border-radius: .4rem; }
        input::placeholder { color: var(--quiet); opacity: 1; }
        #found { position: absolute; inset-inline: 0; top: calc(100% + .3rem); max-height: 70vh; overflow-y: auto;
          background: var(--paper); border: 1px solid var(--quiet); border-radius: .4rem;
          box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / .25); }
        #found[hidden] { display: none; }
        #found a { display: block; padding: .45rem .7rem; color: var(--ink); text-decoration: none;
          border-bottom: 1px solid var(--rule); font-size: .93rem; line-height: 1.35; }
        #found a[aria-selected=true], #found a:hover { background: var(--band); box-shadow: inset .25rem 0 var(--link); }
        #found .kind { color: var(--quiet); font-size: .8rem; }
        #found p { margin: 0; padding: .6rem .7rem; color: var(--quiet); }
        .areas { font-family: var(--sans); font-size: .93rem; }
        .areas ul { list-style: none; margin: 0; padding: 0; }
        .areas { border-top: 1px solid var(--rule); padding-block: .5rem; }
        .areas a { display: flex; justify-content: space-between; gap: .5rem; padding: .35rem 1.25rem; color: var(--ink);
          text-decoration: none; }
        .areas a:hover { background: var(--band); }
        .areas a[aria-current] { font-weight: 700; box-shadow: inset .25rem 0 var(--link); background: var(--band); }
        .areas .count, .count { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
        main { padding: 1rem 1.25rem 3rem; max-width: 54rem; min-width: 0; }
        main:focus { outline: none; }
        footer { padding: 1rem 1.25rem; color: var(--quiet); font: .85rem var(--sans); border-top: 1px solid var(--rule); }
        .crumbs { font: .85rem var(--sans); }
        .crumbs ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0 0 .6rem; padding: 0; gap: .2rem .45rem; }
        .crumbs li + li::before { content: "›"; color: var(--quiet); margin-inline-end: .45rem; }
        .crumbs li[aria-current] { color: var(--quiet); }
        h1, h2, h3, dt, th, caption, figcaption, .mark, .aside, summary { font-family: var(--sans); }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--rule); }
        h3 { font-size: 1rem; margin: 1.4rem 0 .25rem; }
        main > header { margin-bottom: 1rem; }
        p { margin: .5rem 0; }
        header > .aside { color: var(--quiet); margin: 0 0 .8rem; }
        ul { margin: .4rem 0; padding-inline-start: 1.2rem; }
        li { margin: .35rem 0; }
        li > p { margin: .1rem 0; }
        .marked { list-style: none; }
        .aside { font-size: .87rem; }
        .faint, .aside { color: var(--quiet); }
        .good { color: var(--good); } .doubtful { color: var(--doubtful); } .bad { color: var(--bad); }
        cite { font-style: normal; white-space: nowrap; font-family: var(--sans); font-size: .87em; }
        code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .88em; }
        dl { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: .3rem 1rem; margin: .6rem 0; }
        dt { grid-column: 1; color: var(--quiet); font-size: .9rem; }
        dd { grid-column: 2; margin: 0; }
        li dl { grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); margin: .2rem 0 .6rem; font-size: .94rem; }
        li:target, tr:target { background: var(--band); outline: 2px solid var(--link); outline-offset: 3px; }
        table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .95rem; }
        caption { text-align: start; color: var(--quiet); font-size: .85rem; padding-bottom: .3rem; }
        th, td { text-align: start; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--rule); }
        tbody th { font-weight: 400; width: 40%; }
        figure { margin: 1rem 0; }
        figcaption { color: var(--quiet); font-size: .85rem; margin-top: .4rem; }
        figure details { font-size: .9rem; }
        summary { cursor: pointer; font-size: .9rem; }
        .scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--rule); border-radius: .4rem; }
        .scroll svg { display: block; margin: .5rem; }
        .listing { list-style: none; margin: 0; padding: .4rem 0; font: .85rem/1.5 ui-monospace, "Liberation Mono", monospace;
          min-width: max-content; }
        .listing li { margin: 0; padding-inline-end: 1rem; display: grid; grid-template-columns: 4rem auto; }
        .listing.marked-lines li { grid-template-columns: 4rem 1.5rem auto; }
        .listing code { white-space: pre; font: inherit; grid-column: -2; }
        .listing .number { color: var(--quiet); text-align: end; padding-inline-end: 1rem; text-decoration: none; user-select: none; }
        .listing .number:hover { text-decoration: underline; }
        .listing .said { grid-column: -2; font-family: var(--sans); color: var(--ink); white-space: normal; max-width: 44rem;
          padding-inline-start: 1rem; border-inline-start: 3px solid var(--doubtful); margin: .1rem 0 .2rem; }
        .good-line { background: var(--good-band); } .doubtful-line { background: var(--doubtful-band); }
        .bad-line { background: var(--bad-band); }
        .sign { text-align: center; }
        @media (max-width: 40rem) {
          dl, li dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
          dd, dt { grid-column: 1; }
          dd + dt { margin-top: .45rem; }
          .banner { flex-wrap: wrap; gap: .5rem; padding: .5rem .9rem; }
          search { flex-basis: 100%; }
          main, footer { padding-inline: .9rem; }
          cite { white-space: normal; }
          html { scroll-padding-top: 7rem; }
        }
        @media (min-width: 64rem) {
          body { grid-template-columns: 15.5rem minmax(0, 1fr); }
          .banner, footer { grid-column: 1 / -1; }
          .areas { grid-column: 1; grid-row: 2; border-top: 0; border-inline-end: 1px solid var(--rule); padding-block: 1rem; }
          .areas ul { position: sticky; top: 4.5rem; }
          .browse { display: none; }
          body.plain { grid-template-columns: minmax(0, 1fr); }
          .plain main { grid-column: 1; }
          main { grid-column: 2; grid-row: 2; padding-inline: 2.5rem; }
        }
        @media (min-width: 100rem) {
          main { max-width: none; padding-inline: 5rem; }
          main > :not(section), main > section > :not(figure, .scroll) { max-width: 54rem; }
        }
        @media print {
          :root { --ink: #000; --paper: #fff; --quiet: #444; --rule: #999; --link: #000; --good: #000; --doubtful: #000;
            --bad: #000; --band: #fff; --good-band: #fff; --doubtful-band: #fff; --bad-band: #fff; }
          @page { size: A4; margin: 15mm 17mm; }
          html { font-size: 10pt; }
          body { display: block; }
          .banner, .areas, .skip, figure details { display: none; }
          main { max-width: none; padding: 0; }
          h1, h2, h3, dt { break-after: avoid; }
          li, tr, figure { break-inside: avoid; }
          a { text-decoration: none; }
          .scroll { overflow: visible; max-height: none; border: 0; }
          .scroll svg { max-width: 100%; height: auto; margin: 0; }
          .listing { min-width: 0; }
          .listing code { white-space: pre-wrap; }
        }

        """
}
