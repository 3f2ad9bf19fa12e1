// The statements as the peers get them.

/** What a row of the peers' list shows and is filtered by. */
export function rows(bundle) {
  const countries = new Map(bundle.countries.map(({ id, name }) => [id, name]));
  return bundle.statements.map(({ id, text, date, about, evidence: [first] }) => ({
    id,
    text,
    date: date ?? undefined,
    place: `${first.paragraph}, sentence ${first.sentence}`,
    countries: (about ?? []).filter((id) => countries.has(id)).map((id) => countries.get(id)),
  }));
}
