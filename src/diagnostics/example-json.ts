/** JSON as an example shows it: what fits on a line stands on one. */

/** Widest line that is not broken further, in characters. */
const LINE_CHARS_MAX = 100;

export function exampleJson(value: unknown): string {
  return laidOut(value, 0, 0);
}

/** `taken` is what stands on the line before the value. */
function laidOut(value: unknown, indent: number, taken: number): string {
  const room = LINE_CHARS_MAX - indent - taken;
  if (typeof value !== "object" || value === null || isWithin(value, room)) return onOneLine(value);
  const margin = " ".repeat(indent + 2);
  const parts = Array.isArray(value)
    ? value.map((item) => laidOut(item, indent + 2, 0))
    : entriesOf(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + laidOut(item, indent + 2, name.length);
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (parts.length === 0) return onOneLine(value);
  return `${open}\n${parts.map((part) => margin + part).join(",\n")}\n${" ".repeat(indent)}${close}`;
}

/** A line has blanks beside what JSON needs, so what is too long without them is not even written: every command lays out all examples. */
function isWithin(value: object, room: number): boolean {
  return JSON.stringify(value).length <= room && onOneLine(value).length <= room;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const parts = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** JSON has no undefined. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
