/** A command line cut into its arguments as Windows does. Rules: https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw, read 2026-11-25. */

const BLANK = /[ \t]/;

/** Undefined where the page leaves the result open: an empty line, leading blanks, quotes within the program's name, two quotes in a quoted part. */
export function argumentsOfLine(line: string): readonly string[] | undefined {
  if (line === "" || BLANK.test(line[0] ?? "")) return undefined;
  const name = /^"([^"]*[^"\\])"(?=[ \t]|$)|^[^ \t"]+(?=[ \t]|$)/.exec(line);
  if (!name) return undefined;
  const found = [name[1] ?? name[0]];
  let at = name[0].length;
  for (;;) {
    while (BLANK.test(line[at] ?? "")) at++;
    if (at >= line.length) return found;
    const argument = readArgument(line, at);
    if (argument === undefined) return undefined;
    found.push(argument.text);
    at = argument.end;
  }
}

function readArgument(line: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let [text, at, isQuoted] = ["", start, false];
  for (; at < line.length && (isQuoted || !BLANK.test(line[at] ?? "")); ) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    at += slashes;
    if (line[at] !== '"') {
      text += "\\".repeat(slashes) + (slashes > 0 ? "" : line[at++]);
      continue;
    }
    text += "\\".repeat(Math.floor(slashes / 2));
    if (slashes % 2 === 1) text += '"';
    else if (isQuoted && line[at + 1] === '"') return undefined;
    else isQuoted = !isQuoted;
    at++;
  }
  return { text, end: at };
}
