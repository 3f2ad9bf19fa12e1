// What axe finds on a page, as readable lines. Chromium only, as axe's driver is.

import { AxeBuilder } from "@axe-core/playwright";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * One line a finding: rule, help, and the first places. Empty when there is nothing. With `rules`, those alone are asked; with
 * `within`, selectors, those parts of the page alone are looked at.
 */
export async function axe(page, { rules, within = [] } = {}) {
  // The site has no frames, so axe need not open a page of its own to join what it finds in them; and places are wanted of
  // violations alone, as finding them is most of axe's work.
  const builder = new AxeBuilder({ page: page.raw }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  for (const part of within) builder.include(part);
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(RULES)).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join(" | ")}`);
}
