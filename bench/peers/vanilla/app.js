// The list by hand: one pass over folded text, and never more than 60 rows in the document.

const WINDOW = 60;
const rows = await (await fetch(`rows-${new URLSearchParams(location.search).get("rows") ?? "all"}.json`)).json();
const folded = rows.map((row) => row.text.toLowerCase());
const [words, country, list, count] = ["words", "country", "list", "count"].map((id) => document.getElementById(id));
for (const name of [...new Set(rows.flatMap((row) => row.countries))].sort()) country.append(new Option(name));

function draw() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = [];
  let found = 0;
  rows.forEach((row, n) => {
    if (country.value && !row.countries.includes(country.value)) return;
    if (!wanted.every((word) => folded[n].includes(word))) return;
    if (found++ < WINDOW) shown.push(row);
  });
  count.textContent = `${found} of ${rows.length}`;
  list.replaceChildren(...shown.map((row) => {
    const [line, place] = [document.createElement("li"), document.createElement("small")];
    place.textContent = `${row.place}${row.date ? ` · ${row.date}` : ""}`;
    line.append(row.text, place);
    return line;
  }));
}

words.addEventListener("input", draw);
country.addEventListener("change", draw);
draw();
document.documentElement.dataset.ready = "true";
