#include "core/batch/htmlstyle.h"

namespace zsb {

// Nothing here may hold a mark XML gives a meaning to.
std::string_view htmlStyle()
{
    return R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f3f4f6; color: #1b1d21;
  font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 1080px; margin: 24px auto; padding: 32px 40px 40px; background: #fff; border: 1px solid #dfe2e7;
  border-radius: 10px; }
h1 { margin: 0; font-size: 26px; line-height: 1.35; }
h2 { margin: 36px 0 10px; font-size: 19px; border-bottom: 2px solid #1b1d21; padding-bottom: 4px; }
h3 { margin: 22px 0 6px; font-size: 15px; }
p { margin: 6px 0; }
.sub, .note { color: #575d66; }
.note { font-size: 13px; }
.broken { border: 2px solid #b3261e; background: #fbe5e3; border-radius: 6px; padding: 8px 14px; font-weight: 600; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 18px 0 0; }
.facts dt { color: #575d66; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.hash { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 12px; color: #575d66; }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 14px; margin: 16px 0; }
.card { border: 1px solid #dfe2e7; border-top-width: 5px; border-radius: 8px; padding: 10px 16px; }
.card b { display: block; font-size: 30px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.card.clean { border-top-color: #146c2e; } .card.clean span { color: #146c2e; font-weight: 600; }
.card.warning { border-top-color: #7a5200; }
.card.warning span { color: #7a5200; font-weight: 600; }
.card.error { border-top-color: #b3261e; }
.card.error span { color: #b3261e; font-weight: 600; }
.sum { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid #dfe2e7;
  overflow-wrap: anywhere; unicode-bidi: isolate; }
thead th { background: #f3f4f6; border-bottom: 1px solid #7d848e; overflow-wrap: normal; }
tfoot th, tfoot td { border-top: 2px solid #1b1d21; border-bottom: none; font-weight: 600; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.s { white-space: nowrap; font-weight: 600; }
.s.error { color: #b3261e; } .s.warning { color: #7a5200; } .s.info { color: #0b57d0; }
.quote { color: #575d66; }
.id { color: #575d66; font-size: 12px; }
.findings { table-layout: fixed; }
.findings .c-row { width: 62px; } .findings .c-no { width: 128px; } .findings .c-who { width: 176px; }
.findings .c-sev { width: 82px; } .findings .c-fields { width: 110px; } .findings .c-clause { width: 78px; }
.clause { white-space: nowrap; }
.findings .who { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
a { color: #0b57d0; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.chart { display: block; width: 100%; max-width: 760px; height: auto; margin: 6px 0;
  font: 13px system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.chart text { fill: #1b1d21; }
.chart .plain { fill: #5b7fb9; } .chart .clean { fill: #a5d3b0; stroke: #146c2e; stroke-width: 0.6; }
.chart .warning { fill: url(#dots); stroke: #7a5200; stroke-width: 0.6; }
.chart .error { fill: url(#hatch); stroke: #b3261e; stroke-width: 0.6; }
.patterns { position: absolute; }
.picture { border-top: 1px solid #dfe2e7; padding: 4px 0 10px; }
.picture h3 { overflow-wrap: anywhere; }
.both { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 0 16px; }
.thumb img { display: block; max-width: 160px; border: 1px solid #dfe2e7; }
.s.clean { color: #146c2e; }
.found .s { width: 1%; }
.measures td:nth-child(3), .measures td:last-child { white-space: nowrap; }
details { margin: 8px 0 0; }
summary { cursor: pointer; color: #575d66; }
footer { margin-top: 32px; color: #575d66; font-size: 12.5px; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; }
  body { background: #0f1114; color: #e6e8eb; }
  main { background: #1b1d21; border-color: #3a3f47; }
  h2, tfoot th, tfoot td { border-color: #e6e8eb; }
  thead th { background: #282b31; }
  th, td, .picture, .thumb img { border-color: #3a3f47; }
  .card { border-right-color: #3a3f47; border-bottom-color: #3a3f47; border-left-color: #3a3f47; }
  .broken { background: #3b1715; }
  .sub, .note, .hash, .facts dt, .quote, .id, summary, footer { color: #a9afb8; }
  .card.clean span, .s.clean { color: #7fd395; }
  .card.warning span, .s.warning { color: #eabf63; }
  .card.error span, .s.error { color: #ff8f86; }
  a, .s.info { color: #8ab4f8; }
  .chart text { fill: #e6e8eb; }
}
@page { size: A4; margin: 15mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages);
  font-size: 9pt; color: #575d66; } }
@media print {
  body { background: #fff; font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; margin: 0; padding: 0; border: none; border-radius: 0; }
  h1 { font-size: 19pt; } h2 { font-size: 14pt; margin-top: 20pt; } h2, h3 { break-after: avoid; }
  table { font-size: 9pt; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
  tr, .card, .chart, .facts, .broken, .both { break-inside: avoid; }
  .picture h3, summary { break-after: avoid; }
  .page { break-before: page; }
  .findings .c-row { width: 38pt; } .findings .c-no { width: 76pt; } .findings .c-who { width: 106pt; }
  .findings .c-sev { width: 50pt; } .findings .c-fields { width: 66pt; } .findings .c-clause { width: 50pt; }
  a { color: inherit; }
}
)css";
}

} // namespace zsb
