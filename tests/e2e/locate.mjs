// Finding elements as a reader names them, by role and accessible name. The functions of this file run inside the page, so
// `locate` is one closed function: it can be sent there as text.
//
// A reading of ARIA that is enough for this site, not all of it: axe judges whether names and roles are right.

/** Visible elements of a role whose accessible name equals a string or matches { source, flags }; `role` may be "" for any. */
export function locate(role, name, focusedOnly) {
  const ROLES = [
    ["a[href], area[href]", "link"], ["button, summary, input[type=button], input[type=submit]", "button"],
    ["h1, h2, h3, h4, h5, h6", "heading"], ["nav", "navigation"], ["main", "main"], ["aside", "complementary"],
    ["input[type=checkbox]", "checkbox"], ["input[type=radio]", "radio"], ["input[type=search]", "searchbox"],
    ["input:not([type]), input[type=text], input[type=url], textarea", "textbox"], ["input[type=range]", "slider"],
    ["select", "combobox"], ["option", "option"], ["table", "table"], ["tr", "row"], ["th[scope=row]", "rowheader"],
    ["th", "columnheader"], ["td", "cell"], ["ul, ol", "list"], ["li", "listitem"], ["img", "img"], ["dialog", "dialog"],
    ["figure", "figure"], ["output", "status"], ["form", "form"], ["fieldset, details", "group"], ["article", "article"],
    ["body > header, #app > header", "banner"], ["body > footer, #app > footer", "contentinfo"], ["section[aria-label], section[aria-labelledby]", "region"],
  ];
  const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const roleOf = (element) =>
    element.getAttribute("role")?.split(" ")[0] ?? ROLES.find(([selector]) => element.matches(selector))?.[1] ?? "";
  // What is drawn by its children alone has no box of its own, and is no less visible for that.
  const drawn = (element) => element.checkVisibility?.() || getComputedStyle(element).display === "contents";
  const content = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.getAttribute("aria-hidden") === "true" || !drawn(node)) {
      // The title of a drawing is never rendered and still names it.
      return node.localName === "title" && node.namespaceURI.endsWith("svg") ? node.textContent : "";
    }
    if (node.hasAttribute("aria-label")) return node.getAttribute("aria-label");
    if (node.localName === "img") return node.alt;
    const block = !getComputedStyle(node).display.startsWith("inline");
    const inside = [...node.childNodes].map(content).join("");
    return block ? ` ${inside} ` : inside;
  };
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return squeeze(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
    if (element.getAttribute("aria-label")) return squeeze(element.getAttribute("aria-label"));
    if (element.labels?.length) return squeeze([...element.labels].map(content).join(" "));
    const child = { fieldset: "legend", table: "caption", figure: "figcaption" }[element.localName];
    if (child) return squeeze(element.querySelector(`:scope > ${child}`)?.textContent);
    return squeeze(content(element)) || squeeze(element.getAttribute("title") ?? element.getAttribute("placeholder"));
  };
  const visible = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true], [inert]");
  const fits = (text) => {
    if (name === undefined || name === null) return true;
    return typeof name === "string" ? text === name : new RegExp(name.source, name.flags).test(text);
  };
  const record = (element) => ({
    role: roleOf(element),
    name: nameOf(element),
    tag: element.localName,
    id: element.id,
    text: squeeze(element.innerText ?? element.textContent),
    href: element.getAttribute("href"),
    ...Object.fromEntries(["current", "expanded", "pressed", "selected", "checked"].map((state) => [state, element.getAttribute(`aria-${state}`)])),
  });

  if (focusedOnly) return { elements: [], records: document.activeElement ? [record(document.activeElement)] : [] };
  const elements = [...document.querySelectorAll("body *")]
    .filter((element) => (!role || roleOf(element) === role) && visible(element) && fits(nameOf(element)));
  return { elements, records: elements.map(record) };
}

/** A name as plain data, to be sent into the page. */
export function plain(name) {
  return name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
}

/** The error for something that is not there: it says what is. */
export function absent(role, name, records) {
  const there = records.map((record) => `"${record.name}"`).slice(0, 40).join(", ");
  return new Error(`no ${role} named ${name instanceof RegExp ? name : `"${name}"`}; there are: ${there || "none"}`);
}
