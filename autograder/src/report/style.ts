// How the HTML feedback looks: light and dark as the reader's system says, and on paper.

export const style = `
:root { color-scheme: light dark; --ink: #1c2330; --soft: #5b6577; --line: #dde2ea; --page: #f6f7f9; --card: #fff;
  --good: #14723c; --good-soft: #dff3e6; --bad: #b3261e; --bad-soft: #fbe6e4; --idle: #5b6577; --idle-soft: #eceff3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa5b6; --line: #2e3644; --page: #12161d;
  --card: #1a202a; --good: #6fd698; --good-soft: #16301f; --bad: #ff9b93; --bad-soft: #3a1c1a; --idle: #9aa5b6;
  --idle-soft: #262d39; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI",
  Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 3rem; }
header { display: flex; gap: 1.5rem; align-items: center; justify-content: space-between; }
header p { margin: .25rem 0 0; color: var(--soft); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.ring { flex: none; width: 6.5rem; height: 6.5rem; }
.ring circle { fill: none; stroke-width: 9; stroke: var(--idle-soft); }
.ring .done { stroke: var(--good); stroke-linecap: round; }
.ring text { fill: var(--ink); font-weight: 650; text-anchor: middle; }
.total { font-weight: 650; margin: 1.25rem 0 0; }
.total::first-letter { text-transform: uppercase; }
.advice { margin: .25rem 0 1.5rem; }
details, .plain { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: .6rem 0; }
summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .7rem 1rem; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\25B8"; color: var(--soft); }
details[open] summary::before { content: "\\25BE"; }
summary:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; border-radius: .6rem; }
.name { font: 600 1rem/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.state { font-size: .85rem; padding: .1rem .6rem; border-radius: 1rem; background: var(--idle-soft); color: var(--idle); }
.full .state { background: var(--good-soft); color: var(--good); }
.wrong .state { background: var(--bad-soft); color: var(--bad); }
.share { margin-left: auto; font-variant-numeric: tabular-nums; color: var(--soft); }
.tests { list-style: none; margin: 0; padding: .25rem 1rem .75rem; border-top: 1px solid var(--line); }
.tests li { padding: .35rem 0 .35rem 1.9rem; position: relative; }
.tests p { margin: .1rem 0; }
.fail .title { font-weight: 600; }
.mark { position: absolute; left: 0; font-weight: 700; }
.ok .mark { color: var(--good); }
.fail .mark { color: var(--bad); }
.skip, .skip .mark, .waiting { color: var(--soft); }
.hint { border-left: 3px solid var(--line); padding-left: .7rem; color: var(--soft); }
.reason { margin: 0; padding: .25rem 1rem .9rem; color: var(--bad); }
.waiting { margin: 0; padding: 0 1rem .75rem; font-size: .9rem; }
.also { color: var(--soft); font-size: .9rem; }
.notes { padding: .7rem 1rem .7rem 2.2rem; margin: 0; }
.also .notes { padding-top: 0; }
footer { margin-top: 2.5rem; color: var(--soft); font-size: .85rem; }
footer ul { padding-left: 1.2rem; margin: .25rem 0; }
@media (max-width: 34rem) { header { align-items: flex-start; } h1 { font-size: 1.3rem; } .ring { width: 5rem; height: 5rem; } }
@media print { body { background: none; } details { break-inside: avoid; } }
`;
