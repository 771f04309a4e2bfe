/// What a walk's site adds to the look of the reference: fields, buttons, and leaves of paper.
enum WalkStyle {
    static var text: String { "\(sheet)" }

    private static let sheet: StaticString =
        """
        .links { display: flex; gap: 1rem; margin-inline-start: auto; font-size: .93rem; }
        .links a[aria-current] { color: var(--ink); text-decoration: none; font-weight: 700; }
        [hidden] { display: none !important; }
        button, select { font: .95rem var(--sans); color: var(--ink); background: var(--band); padding: .4rem .8rem;
          border: 1px solid var(--quiet); border-radius: .4rem; min-height: 2.2rem; max-width: 100%; }
        button { cursor: pointer; }
        button:hover { border-color: var(--link); }
        button:disabled { color: var(--quiet); cursor: default; }
        button[aria-pressed=true], button[aria-current] { background: var(--link); border-color: var(--link); color: var(--paper); }
        button[aria-pressed=true]::before { content: "✓ "; }
        button:focus-visible, select:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        h2[tabindex]:focus, section[tabindex]:focus, div[tabindex]:focus { outline-offset: 4px; }
        .buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0; }
        .check { display: inline-flex; align-items: center; gap: .4rem; font: .95rem var(--sans); margin-inline-end: 1rem; }
        .check input { width: 1.1rem; height: 1.1rem; margin: 0; }
        .bar { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: center;
          padding-bottom: .6rem; border-bottom: 1px solid var(--rule); }
        .bar nav { display: flex; flex-wrap: wrap; gap: .5rem; }
        .seek { background: var(--band); border-radius: .4rem; padding: .7rem .9rem; }
        .seek input[type=search] { background: var(--paper); }
        fieldset { border: 0; margin: 0 0 .6rem; padding: 0; }
        legend, .seek > label { font: 600 .9rem var(--sans); padding: 0; margin-bottom: .3rem; display: block; }
        .choices { position: relative; list-style: none; padding: .2rem; margin: 0; max-height: 28rem; overflow-y: auto; background: var(--paper);
          border: 1px solid var(--rule); border-radius: .4rem; }
        .choices > li { margin: 0; padding: .5rem .6rem; border-bottom: 1px solid var(--rule); }
        .choices .buttons { margin: .35rem 0 .1rem; gap: .4rem; }
        .choices button { font-size: .87rem; padding: .25rem .6rem; }
        .choices details { font-size: .92rem; }
        #reply:not(:empty), #question-part { border-inline-start: .3rem solid var(--link); padding: .3rem .9rem;
          background: var(--band); margin: .8rem 0; }
        #question { font-size: 1.15rem; }
        #advice > ul > li, #reply > ul > li { margin-bottom: .9rem; }
        .mark { font-weight: 700; }
        .marked > .aside { margin-inline-start: .5rem; }
        #advice > ul > li > .aside, #reply > ul > li > .aside { font-weight: 600; }
        .missing { font-weight: 600; }
        #next, #history-button { font-size: 1.05rem; margin-top: 1rem; }
        .filter { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; background: var(--band); padding: .7rem .9rem;
          border-radius: .4rem; }
        .filter label { display: flex; flex-direction: column; gap: .2rem; font: .85rem var(--sans); flex: 1 1 8.8rem; min-width: 0; }
        .filter label.wide { flex-basis: 100%; }
        .filter input { background: var(--paper); }
        .filter p { margin: 0; flex-basis: 100%; font: .9rem var(--sans); }
        .cases { list-style: none; padding: 0; }
        .cases > li { padding: .4rem 0 .7rem; border-bottom: 1px solid var(--rule); }
        .cases h2 { font-size: 1.1rem; border: 0; margin: .3rem 0 0; padding: 0; }
        .cases p { margin: .2rem 0; }
        .progress { color: var(--good); font: .87rem var(--sans); }
        .card, .standing { border: 1px solid var(--rule); border-inline-start: .3rem solid var(--link); border-radius: .4rem;
          padding: .5rem .9rem; margin: 1rem 0; max-width: 54rem; }
        .card h2 { font-size: 1.15rem; border: 0; margin: .2rem 0; padding: 0; }
        .standing { font: 1rem var(--sans); }
        .path { padding-inline-start: 2rem; }
        .path > li { padding: .3rem 0 .7rem; }
        .path > li::marker { font: 600 1.1rem var(--sans); color: var(--quiet); }
        .path h2 { font-size: 1.1rem; border: 0; margin: 0; padding: 0; }
        .path > li[aria-current] { border-inline-start: .3rem solid var(--link); padding-inline-start: .7rem; }
        #case-title { font: 600 1.05rem var(--sans); margin: 1.2rem 0 0; }
        #case-setting { margin: 0; }
        #case-title:not([hidden]) ~ #stage-title { margin-top: .6rem; }
        #notes-part { border-inline-start: .3rem solid var(--doubtful); padding: .1rem .9rem; margin: .8rem 0; }
        #notes-part h3 { margin-top: .4rem; }
        .leaf { border-bottom: 3px double var(--rule); padding-bottom: 1.5rem; margin-bottom: 2rem; }
        thead th { overflow-wrap: normal; }
        .leaf h1 ~ h1 { font-size: 1.4rem; margin-top: 1rem; }
        .to-answer { font: .95rem var(--sans); }
        .leaf pre { overflow: hidden; font-size: 2.1rem; line-height: 1.3; margin: 0; color: var(--quiet); }
        @media (min-width: 70rem) {
          main:has(#walk) { max-width: 90rem; }
          .to-answer { display: none; }
          .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 3rem; }
          #advice-part, #history, #whole { max-width: 54rem; }
        }
        @media (min-width: 100rem) {
          main:has(#walk) { max-width: none; }
          main > #walk { max-width: none; }
          main > .cases { max-width: none; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 3rem; }
          html:has(.in-class) { font-size: 125%; }
          .in-class .choices { max-height: 34rem; }
          #advice-part, #history, #whole { max-width: 66rem; }
        }
        @media print {
          .links, .bar, .seek, .buttons, .filter, .standing { display: none; }
          .leaf { break-after: page; border: 0; margin: 0; }
          .leaf:last-of-type { break-after: auto; }
          .leaf pre { break-inside: avoid; }
          .leaf ul:has(+ pre) { break-after: avoid; }
        }

        """
}
