/** String literals: `"…"`, `'…'`, `@"…"`, `h"…"`, and multi-line ones between three back-ticks or tildes. */

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "0": "\0",
};

/** The text that a literal stands for. Source: https://learn.microsoft.com/kusto/query/scalar-data-types/string, read 2026-11-25. */
export function stringOfLiteral(written: string): string {
  const text = written.replace(/^[hH](?=[@"'`~])/, "");
  const fence = /^(```|~~~)([\s\S]*?)\1?$/.exec(text);
  if (fence) return (fence[2] ?? "").replace(/^\r?\n/, "");
  if (text.startsWith("@")) {
    const quote = text[1] ?? '"';
    return text.slice(2, -1).replaceAll(`${quote}${quote}`, quote);
  }
  return unescaped(text.slice(1, -1));
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{3})|([\s\S]))/g,
    (_whole, four?: string, eight?: string, two?: string, octal?: string, one?: string) => {
      const hex = four ?? eight ?? two;
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
      if (octal !== undefined) return codePoint(Number.parseInt(octal, 8));
      return SIMPLE[one ?? ""] ?? one ?? "";
    },
  );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
