/** The style sheet of the page a figure is sent at, which the page carries. */
export const answerStyles = `
:root{color-scheme:light dark;--ink:#12303a;--quiet:#53646b;--paper:#fcfaf5;--raised:#fff;--new:#a86400;--wrong:#a3261b}
@media(prefers-color-scheme:dark){:root{--ink:#e8eef0;--quiet:#a9b8bd;--paper:#10191c;--raised:#182427;--new:#e8ab52;--wrong:#f0968c}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:30rem;padding:1.1rem;background:var(--paper);color:var(--ink);font:1rem/1.45 system-ui,sans-serif}
header{display:flex;justify-content:space-between;gap:1rem;color:var(--quiet)}
h1{font:600 1.5rem/1.2 Georgia,serif;margin:1.1rem 0 .4rem;overflow-wrap:anywhere}
a{color:inherit}
label{display:block;font-weight:600;margin-top:1rem}
label span,.note,.value-row span{color:var(--quiet);font-weight:400;font-size:.875rem}
input,textarea{width:100%;padding:.6rem .75rem;border:1px solid var(--quiet);border-radius:8px;background:var(--raised);color:inherit;font:inherit}
.value-row{display:grid;grid-template-columns:9.5rem 1fr;gap:.75rem;align-items:center}
#value{font-size:1.6rem;font-weight:600}
button{width:100%;min-height:3rem;margin-top:1.1rem;border:0;border-radius:8px;background:var(--ink);color:var(--paper);font:600 1rem system-ui,sans-serif;cursor:pointer}
:is(a,button,input,textarea):focus-visible{outline:3px solid var(--new);outline-offset:2px}
.receipt{padding:.75rem 1rem;border-left:4px solid var(--ink);background:var(--raised);font-weight:600}
.problem{color:var(--wrong);font-weight:600}
[aria-invalid]{border-color:var(--wrong)}
svg{display:block;width:100%;margin-top:.75rem}
polyline{fill:none;stroke:var(--ink);stroke-width:2}
circle{fill:var(--ink)}
circle.new{fill:var(--new)}
svg text{fill:var(--quiet);font-size:10px;text-anchor:middle}
svg .value{fill:var(--ink);font-weight:600}
`
