/** Numbers and nouns as the command line says them. */

/** "1 rule", "2 rules". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** That nothing was found to work on, and where that begins. */
export function noneIn(what: string, paths: readonly string[]): string {
  if (paths.length > 0) return `no ${what} in ${paths.join(", ")}`;
  return `no ${what} in rules/ and tenants/ of this folder; start one with \`npm run picket -- new Scheduled my-rule\``;
}
