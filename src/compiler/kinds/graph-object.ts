/** The object of Microsoft Graph in a document: its body without picket's own keys. */

const PICKET_KEYS: ReadonlySet<string> = new Set([
  "kind",
  "key",
  "pack",
  "owner",
  "references",
  "stage",
  "retired",
  "existing",
  "ranges",
  "countries",
]);

/** The exported `id` is not the document's: what is deployed gets its own. */
export function withoutPicketKeys(body: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== "id" && !PICKET_KEYS.has(key)));
}
