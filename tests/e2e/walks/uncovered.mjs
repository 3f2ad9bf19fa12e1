// Nothing lies over a control: at the centre of each visible link and button, once it is scrolled into view, lies that link or
// button, at five widths on every page.

import assert from "node:assert/strict";
import { ATLASES, start } from "../atlases.mjs";
import { goTo } from "../site.mjs";

const WIDTHS = [360, 700, 1024, 1280, 1600];

/** What lies over links and buttons of the page. Runs in the page. */
function covered() {
  const said = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const stripAround = (element) => element && (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX) ? element : stripAround(element.parentElement));
  const found = [];
  for (const control of document.querySelectorAll("a[href], button, summary, input, select, textarea, [role=button], [role=checkbox]")) {
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || control.disabled) continue;
    if (control.closest("details:not([open])") && control.localName !== "summary") continue;
    const style = getComputedStyle(control);
    if (style.pointerEvents === "none" || control.closest(".skip, .visually-hidden")) continue;
    const box = () => {
      // A link of two lines is pressed on its first.
      const lines = [...control.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      const [line] = lines;
      // A drawing cuts off what lies outside its field.
      const field = line && control.ownerSVGElement?.closest(":not(svg) > svg")?.getBoundingClientRect();
      if (!field) return line;
      const [left, right] = [Math.max(line.left, field.left), Math.min(line.right, field.right)];
      const [top, bottom] = [Math.max(line.top, field.top), Math.min(line.bottom, field.bottom)];
      return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom, width: right - left, height: bottom - top } : undefined;
    };
    if (!box()) continue;
    // In a strip that scrolls sideways a link may be in the window and out of the strip.
    const strip = stripAround(control.parentElement)?.getBoundingClientRect();
    const outOfStrip = strip && (box().left < strip.left || box().right > strip.right);
    if (outOfStrip || box().top < 0 || box().bottom > innerHeight || box().left < 0 || box().right > innerWidth) control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = box();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!there && !box()) continue;
    // A note may lie over a drawing; it is moved out of the way by closing it.
    if (there?.closest("#note") && !control.closest("#note")) continue;
    const isLabel = there?.closest("label")?.control === control;
    // In a drawing a link is its shapes; what lies between them is nothing's.
    const inDrawing = control.ownerSVGElement && (!there || there.closest("svg") === control.closest("svg"));
    if (there === null || control.contains(there) || there.contains(control) && there.closest("a, button, summary") === control.closest("a, button, summary") && inDrawing || isLabel || inDrawing) continue;
    found.push(`${said(there)} lies over ${said(control)}`);
  }
  return found.slice(0, 5);
}

/** What is covered and stays so: a page that has just come may still be moving its parts into place. */
async function coveredOn(page) {
  const found = await page.evaluate(covered);
  if (found.length === 0) return found;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return page.evaluate(covered);
}

export const walks = ATLASES.flatMap((atlas) => WIDTHS.map((width) => ({
  title: `every link and button can be pressed at ${width} px${atlas.of}`,
  seconds: 180,
  async run(tools) {
    const { page } = await start(tools, atlas, "#/", { width, height: 900 });
    const found = [];
    for (const { path, heading } of atlas.kinds) {
      await goTo(page, atlas.at(path), heading);
      found.push(...(await coveredOn(page)).map((line) => `${path}: ${line}`));
    }
    // With the lists of the masthead open, and with a note.
    await goTo(page, atlas.at(atlas.notes[0].path), /./);
    await page.until(() => document.getElementById("note"));
    found.push(...(await coveredOn(page)).map((line) => `with a note: ${line}`));
    assert.deepEqual(found, [], "nothing lies over a control");
  },
})));
