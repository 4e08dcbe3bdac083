// How the HTML report looks: on a wide screen and a narrow one, light and dark, and on paper.
#include "page/html_style.hpp"

namespace hipaa {

const std::string_view html_style = R"css(:root {
  color-scheme: light dark;
  --page: #fff; --card: #f6f7f9; --text: #1b1f24; --soft: #4d5661; --line: #c9ced6; --link: #0b4f9e;
  --duty: #b0201a; --recommendation: #8a4500; --unanswered: #6a3aa8; --attention: #0b5cad;
  --accepted: #3d5a66; --in-place: #17693a; --none: #5a626c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --card: #1d2127; --text: #e8eaed; --soft: #b3bac4; --line: #414953; --link: #8ec2ff;
    --duty: #ff938a; --recommendation: #ffb870; --unanswered: #cfb2ff; --attention: #8ec5ff;
    --accepted: #b0ccd8; --in-place: #7fd79f; --none: #adb5bf;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 0 1rem 3rem; max-width: 54rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target > summary, article > :target { outline: 2px solid var(--link); outline-offset: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--page); z-index: 2; }
.hidden, .signs { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { margin: 1rem 0 1.5rem; padding-bottom: .6rem; border-bottom: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
header p { margin: 0; }
.closed { display: none; }
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; }
h2, h3, h4 { line-height: 1.3; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.3rem; }
h3 { margin: 0; font-size: 1.05rem; }
h4 { margin: 0; font-size: 1rem; }
article > h2 { font-size: 1.6rem; margin-bottom: .25rem; }
article h3 { margin: 1.75rem 0 .6rem; font-size: 1.15rem; }
article summary h3, article summary h4 { margin: 0; font-size: 1.02rem; }
p { margin: .35rem 0; }
article > h1 + p.plain, article > h2 + p.plain { color: var(--soft); }
code, pre { font: .9em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }

/* The verdict, and what weakens it */
.verdict, article > p.urgent, article > p.open, article > p.good {
  margin: 1rem 0; padding: .75rem 1rem; border-left: 6px solid var(--c); background: var(--card); font-size: 1.15rem; line-height: 1.4;
}
.verdict { --c: var(--none); }
.urgent, .duty, .mistakes { --c: var(--duty); }
.open, .unanswered { --c: var(--unanswered); }
.recommendation { --c: var(--recommendation); }
.attention { --c: var(--attention); }
.accepted { --c: var(--accepted); }
.good, .in-place { --c: var(--in-place); }
.plain, .nothing, .not-applicable { --c: var(--none); }
h2.urgent, h3.urgent { color: var(--c); }

/* Signs and pictures */
.b { fill: var(--c); }
.o { fill: none; stroke: var(--c); stroke-width: 2; }
.g, .l { fill: none; stroke: var(--page); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.l { stroke: var(--c); }
.mark { width: 1.35em; height: 1.35em; vertical-align: -.3em; }
.picture { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: flex-start; margin: 1.25rem 0; }
.picture > div { flex: 0 1 auto; min-width: 0; }
.caption { font-size: .875rem; color: var(--soft); }
.board { display: block; width: calc(var(--across) * 54px); max-width: 100%; height: auto; }
.across-1 { --across: 1; } .across-2 { --across: 2; } .across-3 { --across: 3; } .across-4 { --across: 4; }
.across-5 { --across: 5; } .across-6 { --across: 6; } .across-7 { --across: 7; } .across-8 { --across: 8; }
.board text { font: 600 11px system-ui, sans-serif; text-anchor: middle; fill: var(--text); }
.tile { fill: var(--card); stroke: var(--c); stroke-width: 1.5; }
.board a:focus-visible { outline: none; }
.board a:focus-visible .tile, .board a:hover .tile { stroke-width: 3.5; }
.shares { flex: 1 1 100%; }
.share { fill: var(--card); stroke: var(--c); stroke-width: 4; }
.legend { list-style: none; margin: 0; padding: 0; }
.picture > .shares + .legend { display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; }
.legend li { margin: .15rem 0; }
.legend a { color: inherit; text-decoration: none; }
.legend a span { text-decoration: underline var(--line); text-underline-offset: .2em; }
.legend b { display: inline-block; min-width: 1.75em; padding-left: .45em; }
.picture > .shares + .legend b { min-width: 0; }

/* Notes */
details { margin: .5rem 0; border: 1px solid var(--line); border-left: 6px solid var(--c); border-radius: 4px; }
summary { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .7rem; align-items: start; padding: .6rem .8rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after {
  content: ""; grid-area: 1 / 3; width: .5rem; height: .5rem; margin: .4rem .2rem 0 0; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg);
}
details[open] > summary::after { transform: translateY(.2rem) rotate(225deg); }
summary:hover { background: var(--card); }
.gist { grid-column: 2; color: var(--soft); font-size: .94rem; }
dl { margin: 0; padding: 0 .8rem; }
dl > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 .9rem; padding: .45rem 0; border-top: 1px solid var(--line); }
dt { font-weight: 600; color: var(--soft); }
dl .urgent dt, dl .open dt, dl .good dt { color: var(--c); }
dd { margin: 0; min-width: 0; }
dd p { margin: 0 0 .2rem; }
ol, ul { padding-left: 1.5rem; }
li { margin: .4rem 0; }
li p { margin: .1rem 0; color: var(--soft); }
figure { margin: .4rem .8rem .8rem; padding: .6rem .8rem; border: 1px dashed var(--line); border-radius: 4px; background: var(--card); }
figcaption { font-weight: 600; }
blockquote { margin: .3rem 0 0; white-space: pre-line; }
pre { padding: .8rem; border: 1px solid var(--line); border-radius: 4px; background: var(--card); overflow-x: auto; overflow-wrap: normal; }
.mistakes li { margin: 1rem 0; }
.mistakes pre { margin: .3rem 0; padding: .4rem .8rem; }
.yaml { white-space: pre-wrap; overflow-wrap: anywhere; }
.yaml span { display: block; padding-left: calc(var(--in) * 2ch + 2ch); text-indent: calc(var(--in) * -2ch - 2ch); }
.in-0 { --in: 0; } .in-1 { --in: 1; } .in-2 { --in: 2; } .in-3 { --in: 3; } .in-4 { --in: 4; } .in-5 { --in: 5; } .in-6 { --in: 6; }
.yaml i { color: var(--soft); font-style: normal; }

/* The table of practices against notes */
.wide { position: relative; overflow: auto; max-height: 90vh; border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: middle; }
.matrix { overflow-wrap: normal; }
.matrix thead { position: sticky; top: 0; z-index: 2; box-shadow: 0 1px 0 var(--line); }
.matrix thead th { background: var(--card); font-size: .875rem; vertical-align: bottom; }
.matrix thead div { display: flex; justify-content: center; height: 11rem; }
.matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11rem; line-height: 1.15; font-weight: 400; }
.matrix thead b { font-weight: 400; }
.matrix thead i { font-style: normal; }
.on-paper { display: none; }
.matrix colgroup + colgroup { border-left: 2px solid var(--line); }
.matrix tbody th { position: sticky; left: 0; z-index: 1; min-width: 9rem; max-width: 16rem; background: var(--page); font-weight: 600; overflow-wrap: anywhere; }
.matrix small { display: block; color: var(--soft); font-weight: 400; }
.matrix td, .matrix thead tr + tr th { text-align: center; }
.matrix td a { display: inline-block; padding: .15rem; }
.matrix .result { text-align: left; white-space: nowrap; }
.matrix .result .mark { margin-right: .4em; }
.matrix tfoot td { white-space: nowrap; font-weight: 600; }
.of { color: var(--soft); font-weight: 400; font-size: .875rem; }
.filter { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 1rem 0; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: 4px; }
.filter label { white-space: nowrap; }
.filter .mark { margin-right: .3em; }
#matrix:has(#show-mistakes:checked) tbody tr:not(.is-mistakes),
#matrix:has(#show-duty:checked) tbody tr:not(.is-duty),
#matrix:has(#show-recommendation:checked) tbody tr:not(.is-recommendation),
#matrix:has(#show-unanswered:checked) tbody tr:not(.is-unanswered),
#matrix:has(#show-nothing:checked) tbody tr:not(.is-nothing),
#matrix:has(#show-attention:checked) tbody tr:not(.is-attention),
#matrix:has(#show-accepted:checked) tbody tr:not(.is-accepted),
#matrix:has(#show-in-place:checked) tbody tr:not(.is-in-place),
#matrix:has(#show-not-applicable:checked) tbody tr:not(.is-not-applicable) { display: none; }
main > article + .back { border-bottom: 1px solid var(--line); padding: 1rem 0; }
main > .back + article { margin-top: 2.5rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .94rem; }
footer h2 { font-size: 1.1rem; color: var(--text); }
footer dl { padding: 0; }

/* It may be wider than text */
@media (min-width: 60rem) {
  #matrix > .wide { position: relative; left: 50%; width: max-content; min-width: 100%; max-width: calc(100vw - 4rem); transform: translateX(-50%); }
  .matrix tbody th { min-width: 14rem; }
}
@media (max-width: 34rem) {
  h1 { font-size: 1.6rem; }
  dl > div { grid-template-columns: 1fr; }
  .verdict, article > p.urgent, article > p.open, article > p.good { font-size: 1.05rem; padding: .6rem .8rem; }
  .matrix small { display: none; }
  .matrix tbody th { min-width: 6.5rem; max-width: 7.5rem; font-size: .9rem; }
  .matrix .result { text-align: center; }
  .matrix .result .mark { margin: 0; }
  .matrix .words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
@media print {
  @page { margin: 16mm 15mm; }
  :root {
    color-scheme: light;
    --page: #fff; --card: #fff; --text: #000; --soft: #333; --line: #999; --link: #000;
    --duty: #b0201a; --recommendation: #8a4500; --unanswered: #6a3aa8; --attention: #0b5cad;
    --accepted: #3d5a66; --in-place: #17693a; --none: #5a626c;
  }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 18pt; }
  h2 { font-size: 13pt; margin: 1.2rem 0 .4rem; }
  article h3 { margin-top: 1rem; }
  .verdict, article > p.urgent, article > p.open, article > p.good { margin: .6rem 0; padding: .4rem .8rem; font-size: 11pt; }
  .caption, .legend, .gist, figure { font-size: 8.5pt; }
  .legend a span { text-decoration: none; }
  dl > div { grid-template-columns: 32mm 1fr; padding: .2rem 0; }
  dd p, li { margin: .1rem 0; }
  pre { white-space: pre-wrap; overflow: visible; }
  .skip, .back, summary::after { display: none; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  @supports not selector(::details-content) { .closed { display: block; } }
  h1, h2, h3, h4, summary, figcaption { break-after: avoid; }
  summary, dl > div, figure, li, tr { break-inside: avoid; }
  main > .back + article { break-before: page; margin: 0; }
  .board { width: calc(var(--across) * 36px); }
  .filter { display: none; }
  .matrix thead { position: static; display: table-header-group; }
  .wide, #matrix > .wide { position: static; width: auto; max-height: none; max-width: none; overflow: visible; border: 0; transform: none; }
  /* As many notes as there may be, they share what the names leave */
  .matrix { table-layout: fixed; font-size: 7pt; overflow-wrap: anywhere; }
  .matrix thead tr:first-child th:nth-child(1) { width: 32mm; }
  .matrix thead tr:first-child th:nth-child(2) { width: 20mm; }
  .matrix th, .matrix td { padding: .8mm .3mm; }
  .matrix tbody th { position: static; min-width: 0; max-width: none; }
  .matrix thead th, .matrix small { font-size: 6pt; }
  .matrix thead tr + tr th { padding: 0; font-size: 5.5pt; overflow-wrap: normal; }
  .matrix thead div { height: auto; }
  .matrix thead span { writing-mode: horizontal-tb; transform: none; }
  .matrix thead i { display: none; }
  p.on-paper { display: block; margin: 1rem 0 0; break-after: avoid; }
  .numbers { display: block; list-style: none; margin: .2rem 0 1rem; padding: 0; columns: 2; font-size: 8.5pt; }
  .numbers li { padding-left: 2em; text-indent: -2em; }
  .numbers b { display: inline-block; min-width: 1.7em; padding-right: .3em; text-indent: 0; text-align: right; }
  .matrix td a { display: block; padding: 0; }
  .matrix .mark { max-width: 100%; }
  .matrix .result { white-space: normal; }
  .matrix .of { display: none; }
  .matrix tfoot { display: table-row-group; }
  .mark, .board, .shares { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace hipaa
