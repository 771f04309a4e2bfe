/// How pictures of graphs look, by day and by night: in a file of their own, and on a page of the site.
enum GraphStyle {
    static let markup = Markup.style(rules)

    static let rules: StaticString =
        """
        .influence { --ink: #1d2126; --quiet: #5c6470; --paper: #ffffff; --line: #8b949e; --box: #f4f5f7;
          --reading: #e8f0f8; --derived: #efe9f7; --package: #e4f2e7; --good: #1a6b35; --bad: #a32020;
          --doubtful: #7a5200; --mark: #0b5394;
          font: 13px system-ui, "Noto Sans", "Liberation Sans", sans-serif; }
        @media (prefers-color-scheme: dark) {
          .influence { --ink: #e4e7ea; --quiet: #a7b0ba; --paper: #16191d; --line: #79838e; --box: #20252b;
            --reading: #1d2c3b; --derived: #2c2540; --package: #1c3324; --good: #7fd39a; --bad: #ff9b94;
            --doubtful: #e6bd6a; --mark: #8cc0f2; }
        }
        .influence.alone { background: var(--paper); max-width: 100%; height: auto; }
        .influence text { fill: var(--ink); }
        .influence .legend { fill: var(--quiet); font-size: 12px; }
        .influence rect { stroke: var(--line); stroke-width: 1; fill: var(--box); }
        .influence .reading rect { fill: var(--reading); }
        .influence .derived rect { fill: var(--derived); }
        .influence .package rect { fill: var(--package); stroke: var(--good); }
        .influence .focus rect { stroke: var(--mark); stroke-width: 2.5; }
        .influence .focus text { font-weight: 600; }
        .influence .rule rect { fill: var(--paper); }
        .influence a text { text-decoration: underline; text-decoration-thickness: 1px;
          text-underline-offset: 2px; text-decoration-color: var(--line); }
        .influence a:hover rect, .influence a:focus-visible rect { stroke: var(--mark); stroke-width: 2.5; }
        .influence path { fill: none; stroke: var(--line); stroke-linecap: round; }
        .influence path.head { fill: var(--line); stroke: none; }
        .influence .exception path { stroke-dasharray: 2 5; }
        .influence .concludes path { stroke: var(--mark); }
        .influence .concludes .head { fill: var(--mark); }
        .influence .recommends path { stroke: var(--good); }
        .influence .recommends .head { fill: var(--good); }
        .influence .against path { stroke: var(--bad); stroke-dasharray: 8 4; }
        .influence .against .head { fill: var(--bad); }
        .influence .cautions path { stroke: var(--doubtful); stroke-dasharray: 8 3 2 3; }
        .influence .cautions .head { fill: var(--doubtful); }
        .influence .requires path, .influence .precedes path { stroke: var(--ink); }
        .influence .requires path { stroke-dasharray: 12 3; }
        .influence .requires .head, .influence .precedes .head { fill: var(--ink); }
        .influence .preferred path { stroke: var(--ink); stroke-dasharray: 1 4; }
        .influence .withdraws path { stroke: var(--bad); stroke-dasharray: 3 3; }
        .influence path.head { stroke-dasharray: none; stroke: none; }
        .influence .leads path { opacity: .55; }
        .influence .leads:hover path { opacity: 1; stroke: var(--mark); }

        """
}
