// The same list in React: the state is what is typed and chosen, the rows are a memo of it, 60 of them are drawn.

import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";

const WINDOW = 60;

function App({ rows }) {
  const [words, setWords] = useState("");
  const [country, setCountry] = useState("");
  const folded = useMemo(() => rows.map((row) => row.text.toLowerCase()), [rows]);
  const countries = useMemo(() => [...new Set(rows.flatMap((row) => row.countries))].sort(), [rows]);
  const found = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter((row, n) => (!country || row.countries.includes(country)) && wanted.every((word) => folded[n].includes(word)));
  }, [rows, folded, words, country]);
  useEffect(() => { document.documentElement.dataset.ready = "true"; }, []);
  return (
    <>
      <h1>Statements</h1>
      <form>
        <label>Words <input id="words" autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} /></label>
        <label>Country <select id="country" value={country} onChange={(event) => setCountry(event.target.value)}>
          <option value="">all</option>
          {countries.map((name) => <option key={name}>{name}</option>)}
        </select></label>
      </form>
      <p id="count" role="status">{found.length} of {rows.length}</p>
      <ol id="list">
        {found.slice(0, WINDOW).map((row) => <li key={row.id}>{row.text}<small>{row.place}{row.date ? ` · ${row.date}` : ""}</small></li>)}
      </ol>
    </>
  );
}

const rows = await (await fetch(`rows-${new URLSearchParams(location.search).get("rows") ?? "all"}.json`)).json();
createRoot(document.getElementById("root")).render(<App rows={rows} />);
