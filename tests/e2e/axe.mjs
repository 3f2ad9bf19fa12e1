// What axe finds on a page, as readable lines. Chromium only, as axe's driver is.

import { AxeBuilder } from "@axe-core/playwright";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line a finding: rule, help, and the first places. Empty when there is nothing. With `rules`, those alone are asked. */
export async function axe(page, { rules } = {}) {
  // The site has no frames, so axe need not open a page of its own to join what it finds in them.
  const builder = new AxeBuilder({ page: page.raw }).setLegacyMode(true);
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(RULES)).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join(" | ")}`);
}
