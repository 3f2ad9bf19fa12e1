// What axe finds on a page, as readable lines. Chromium only, as axe's driver is.

import { AxeBuilder } from "@axe-core/playwright";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line a finding: rule, help, and the first places. Empty when there is nothing. */
export async function axe(page) {
  const { violations } = await new AxeBuilder({ page: page.raw }).withTags(RULES).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`).join(" | ")}`);
}
