/** KQL without its comments and strings: enough to look for words of the language where no parser may be loaded. */

const COMMENT_OR_STRING =
  /\/\/[^\n]*|@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|```[\s\S]*?```|~~~[\s\S]*?~~~/g;

/** The code with comments gone and strings emptied. */
export function codeOf(query: string): string {
  return query.replace(COMMENT_OR_STRING, (text) => (text.startsWith("//") ? "" : '""'));
}

/** The same with blanks in their place, so that offsets stay. */
export function maskedCode(query: string): string {
  return query.replace(COMMENT_OR_STRING, (text) => text.replace(/[^\n]/g, " "));
}
