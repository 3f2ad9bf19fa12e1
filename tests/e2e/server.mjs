// A plain static file server for the built site: what a host does, and nothing more. It stands in for many hosts: under `/`,
// under a path with a space in it, and, for the failure pages, one that loses, alters or never finishes a file.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

export const DIST = process.env.ATLAS_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The policy once more, as one that only reports: what a page would have loaded or run against it is posted to the server. */
const REPORTING = `${readFileSync(new URL("../../csp.txt", import.meta.url), "utf8").trim().split("\n").join("; ")}; report-uri /policy-report`;

/**
 * Serves the built site on loopback, on a port of the system's choice.
 *
 * - `base`: the path the site stands under, e.g. "/" or "/sub path/".
 * - `brotli`: compresses what the browser accepts compressed, each file once.
 * - `headers`: more headers for every answer.
 * - `charset`: the encoding that the host names for every text, whatever it is.
 * - `fault`: called with each file's name and bytes; answers, or promises, what goes wrong with it: `undefined` (nothing), "missing",
 *   "stalled" (the head is sent, the rest when `release()` is called), or a Buffer to send in its place.
 *
 * The answer holds `url`, `requests` (paths asked for), `violations` (of the policy, as browsers report them; a walk fails by them), `release()`, `use(folder)` (another build is published) and `close()`.
 */
export async function serve({ dist = DIST, base = "/", brotli = false, headers = {}, charset = "utf-8", fault = () => undefined } = {}) {
  const requests = [];
  const violations = [];
  let folder = dist;
  const packed = new Map();
  let release = () => {};
  const released = new Promise((resolve) => { release = resolve; });

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/policy-report") {
      let text = "";
      for await (const piece of request) text += piece;
      violations.push(text.slice(0, 2_000));
      return response.writeHead(204).end();
    }
    requests.push(path);
    const refuse = (status) => response.writeHead(status, { "content-type": "text/plain" }).end(`${status}\n`);
    if (!path.startsWith(base)) return refuse(404);
    const file = normalize(join(folder, path.slice(base.length) || "index.html"));
    if (!file.startsWith(folder + sep)) return refuse(403);
    let bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return refuse(404);

    const wrong = await fault(file.slice(folder.length + 1), bytes);
    if (wrong === "missing") return refuse(404);
    if (Buffer.isBuffer(wrong)) bytes = wrong;
    const head = { "content-type": (TYPES[extname(file)] ?? "application/octet-stream").replace("utf-8", charset), "cache-control": "no-cache", ...headers };
    // The other documents have policies of their own.
    if (file === join(folder, "index.html")) head["content-security-policy-report-only"] = REPORTING;
    if (brotli && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      // A fault's bytes are no file's.
      if (!wrong && !packed.has(file)) packed.set(file, brotliCompressSync(bytes));
      bytes = wrong ? brotliCompressSync(bytes) : packed.get(file);
      head["content-encoding"] = "br";
    }
    response.writeHead(200, { ...head, "content-length": bytes.length });
    if (wrong === "stalled") {
      response.write(bytes.subarray(0, 1));
      await released;
      bytes = bytes.subarray(1);
    }
    response.end(bytes);
  });

  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${encodeURI(base)}`,
    requests,
    violations,
    release,
    use(other) { folder = other; },
    async close() {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
