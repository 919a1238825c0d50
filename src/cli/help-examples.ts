/** Lines at the end of a command's help: what it looks like in use. */

export function helpExamples(...lines: readonly string[]): string {
  return ["", "For example:", ...lines.map((line) => `  npm run picket -- ${line}`)].join("\n");
}
