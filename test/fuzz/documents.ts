/** Documents: real and own YAML, mutated, through reading, checking and compiling. Every failure is a diagnostic with a place. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocuments, compilerChecks } from "../../src/compiler";
import { codeFrame, type Diagnostic, exampleText, hasErrors } from "../../src/diagnostics";
import { decodeFile, documentChecks, kinds, readDocuments, scaffoldText } from "../../src/documents";
import { type FuzzRoom, pick, type Random } from "./room";

const root = join(__dirname, "../..");
const TENANT = `kind: Tenant
key: fuzz
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
`;

const SEEDS: readonly string[] = [
  ...yamlBelow(join(root, "rules")),
  ...yamlBelow(join(root, "tenants")),
  ...yamlBelow(join(root, "../shared/corpus/azure-sentinel-2021")),
  ...kinds.map(({ scaffold, identity }) => scaffoldText(scaffold, identity === "name" ? "Fuzz_CL" : "a-b")),
  ...[...documentChecks, ...compilerChecks].flatMap(({ avoid, prefer }) =>
    [avoid, prefer].filter((example) => typeof example === "string").map(exampleText),
  ),
];

function yamlBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"));
}

/** What YAML, JavaScript or KQL could stumble over. */
const TOKENS = [
  ..."null ~ true [ { ] } - : # | > & * ! % @ , ? --- ... << 0x1f 0o17 1e999 -0 .nan .inf 2026-01-01".split(" "),
  ..."&a *a *b !!binary !!set !!omap !tag __proto__ constructor toString {{x}} `` ''' /* // ''".split(" "),
  ..."[] {} [[]] {a: [*a]} &a [*a] <<: *a - - - key: id: kind: query: where: cidr: 999999999d P1Y PT5".split(" "),
  ..."\u0000 \u0007 \t \r \u2028 \uFEFF \uD800 😀 é ﷽".split(" "),
  "\n",
  "\n\n",
  "  ",
  '"',
  "'",
  "x".repeat(5_000),
  "[".repeat(200),
  "- ".repeat(200),
];

type Mutation = (text: string, random: Random) => string;

const MUTATIONS: readonly Mutation[] = [
  (text, random) => inserted(text, random, pick(random, TOKENS)),
  (text, random) => cut(text, random, 1 + random(30)),
  (text, random) => onLine(text, random, (line) => [line, line]),
  (text, random) => onLine(text, random, () => []),
  (text, random) => onLine(text, random, (line) => [`  ${line}`]),
  (text, random) => onLine(text, random, (line) => [line.replace(/^ {1,2}/, "")]),
  (text, random) => onLine(text, random, (line) => [line.replace(/:.*$/, `: ${pick(random, TOKENS)}`)]),
  (text, random) => onLine(text, random, (line) => [line.replace(/[^\s:-]+:/, `${pick(random, TOKENS)}:`)]),
  (text, random) => onLine(text, random, (line) => [line, pick(random, pick(random, SEEDS).split("\n"))]),
  (text, random) => text.slice(0, random(text.length + 1)),
  (text) => text.replaceAll("\n", "\r\n"),
  (text, random) => `${text}\n---\n${pick(random, SEEDS)}`,
];

function inserted(text: string, random: Random, token: string): string {
  const at = random(text.length + 1);
  return text.slice(0, at) + token + text.slice(at);
}

function cut(text: string, random: Random, length: number): string {
  const at = random(text.length + 1);
  return text.slice(0, at) + text.slice(at + length);
}

function onLine(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = random(lines.length);
  return lines.flatMap((line, index) => (index === at ? change(line) : [line])).join("\n");
}

export const documents: FuzzRoom = {
  name: "documents",
  input: (random) => {
    let text = pick(random, SEEDS);
    for (let count = 1 + random(4); count > 0; count--) text = pick(random, MUTATIONS)(text, random);
    return text;
  },
  problem: (input) => {
    const decoded = decodeFile("fuzz.yaml", Buffer.from(input));
    const read = hasErrors(decoded.diagnostics)
      ? { value: [], diagnostics: decoded.diagnostics }
      : readDocuments(decoded.value);
    const tenant = readDocuments(decodeFile("tenant.yaml", Buffer.from(TENANT)).value).value;
    const found = checkDocuments([...read.value, ...tenant], {
      now: "2026-01-15T12:00:00Z",
      purpose: "check",
      beside: () => undefined,
    });
    const isSilent = read.value.length === 0 && read.diagnostics.length === 0;
    if (isSilent) return "nothing was read, and nothing was said";
    return [...read.diagnostics, ...found].map(misplaced).find((each) => each !== undefined);
  },
};

/** What is wrong with a finding itself. */
function misplaced(diagnostic: Diagnostic): string | undefined {
  const { at, code, message } = diagnostic;
  if (!at) return `${code} has no place: ${message}`;
  if (at.start > at.end || at.end > at.source.text.length)
    return `${code} lies outside its text: ${at.start}-${at.end}`;
  if (/[\n\r]/.test(message)) return `${code} has a message of several lines`;
  return codeFrame(diagnostic) === "" ? `${code} has no code frame` : undefined;
}
