// Builds the peers into target/bench/, with their rows at every size.

import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { grown } from "../tests/e2e/growth.mjs";
import { rows } from "./rows.mjs";

export const OUT = fileURLToPath(new URL("../target/bench", import.meta.url));
const PEERS = fileURLToPath(new URL("peers", import.meta.url));

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The whole list as one document without script. */
function plain(list) {
  const line = (row) => `<li>${escaped(row.text)}<small>${escaped(row.place)}${row.date ? ` · ${escaped(String(row.date))}` : ""}</small></li>`;
  return `<!doctype html>
<html lang="en" data-ready="true">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Statements</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<h1>Statements</h1>
<ol>
${list.map(line).join("\n")}
</ol>
</body>
</html>
`;
}

/** Builds all peers; gives the bundle of each size by its number of statements. */
export async function peers(sizes) {
  await rm(OUT, { recursive: true, force: true });
  for (const name of ["static", "vanilla"]) {
    await mkdir(`${OUT}/${name}`, { recursive: true });
    await cp(`${PEERS}/style.css`, `${OUT}/${name}/style.css`);
  }
  await cp(`${PEERS}/vanilla`, `${OUT}/vanilla`, { recursive: true });
  await build({
    root: `${PEERS}/react`,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    plugins: [react(), { name: "shared-style", resolveId: (id) => (id === "/style.css" ? `${PEERS}/style.css` : null) }],
    build: { outDir: `${OUT}/react`, emptyOutDir: true, target: "es2022" },
  });
  const bundles = new Map();
  for (const size of ["all", ...sizes]) {
    const bundle = await grown(size === "all" ? 0 : size);
    const list = rows(bundle);
    for (const name of ["vanilla", "react"]) await writeFile(`${OUT}/${name}/rows-${size}.json`, JSON.stringify(list));
    if (size === "all") await writeFile(`${OUT}/static/index.html`, plain(list));
    else bundles.set(size, bundle);
  }
  return bundles;
}
