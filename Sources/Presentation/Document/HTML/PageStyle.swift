/// How a page looks: on a screen by day and by night, on a telephone, and on A4.
enum PageStyle {
    static let markup = Markup.style(
        """
        :root { --ink: #1d2126; --paper: #ffffff; --quiet: #565d66; --rule: #c9ced4; --link: #0b5394;
          --good: #1a6b35; --doubtful: #7a5200; --bad: #a32020; --band: #f4f5f7; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e7ea; --paper: #16191d; --quiet: #a7b0ba; --rule: #414850; --link: #8cc0f2;
            --good: #7fd39a; --doubtful: #e6bd6a; --bad: #ff9b94; --band: #20252b; }
        }
        html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%;
          font: 1rem/1.5 Georgia, "Noto Serif", "Liberation Serif", serif; }
        body { margin: 0; }
        main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
        h1, h2, h3, th, caption, figcaption, figure, .mark, .aside {
          font-family: system-ui, "Noto Sans", "Liberation Sans", sans-serif; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 2px solid var(--rule); }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
        p { margin: .4rem 0; }
        header > .aside { color: var(--quiet); margin-bottom: 1rem; }
        ul { margin: .4rem 0; padding-inline-start: 1.6rem; }
        li { margin: .25rem 0; }
        li > p, li > ul { margin: .15rem 0; }
        .marked { list-style: none; position: relative; }
        .mark { position: absolute; inset-inline-end: calc(100% + .35rem); color: var(--quiet); }
        .faint, .aside { color: var(--quiet); }
        .good { color: var(--good); } .doubtful { color: var(--doubtful); } .bad { color: var(--bad); }
        cite { font-style: normal; }
        code { font-family: inherit; }
        a { color: var(--link); }
        sup { line-height: 0; font-size: .72em; }
        a { text-underline-offset: .15em; text-decoration-thickness: 1px; }
        sup a { padding: .15em .1em; }
        .notes { font-size: .9rem; padding-inline-start: 2.2rem; }
        li:target, sup a:target { background: var(--band); outline: 2px solid var(--link); }
        table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .92rem; }
        caption { text-align: start; color: var(--quiet); font-size: .85rem; padding-bottom: .3rem; }
        th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0;
          border-bottom: 1px solid var(--rule); }
        tbody th { font-weight: 600; }
        figure { margin: 1rem 0; }
        figcaption { color: var(--quiet); font-size: .85rem; }
        svg { display: block; width: 100%; max-width: 34rem; height: auto; }
        svg text { fill: var(--ink); font-size: 14px; }
        svg .number { fill: var(--paper); font-weight: 700; text-anchor: middle; }
        svg circle { fill: var(--link); }
        svg path { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
        svg .border { stroke: var(--rule); stroke-dasharray: 3 4; }
        @media (max-width: 34rem) {
          main { padding: 1rem .9rem 2rem; }
          table { font-size: .85rem; }
          th, td { padding-inline-end: .4rem; }
        }
        @media print {
          :root { --ink: #000; --paper: #fff; --quiet: #444; --rule: #999; --link: #000; --good: #000;
            --doubtful: #000; --bad: #000; --band: #fff; }
          @page { size: A4; margin: 13mm 15mm 14mm; }
          html { font-size: 9pt; line-height: 1.3; }
          main { max-width: none; padding: 0; }
          h1, h2, h3, caption { break-after: avoid; }
          h2 { margin-top: 1.2rem; }
          tr, figure, h3 + p, li { break-inside: avoid; }
          p:has(+ h3), p:has(+ ul), h3 + p { break-after: avoid; }
          thead { display: table-header-group; }
          p, li { orphans: 3; widows: 3; }
          a { text-decoration: none; }
          .notes { font-size: 7pt; columns: 3; column-gap: 6mm; }
          table { font-size: 8.5pt; }
          th, td { padding-block: .15rem; }
          .back { display: none; }
        }

        """)
}
