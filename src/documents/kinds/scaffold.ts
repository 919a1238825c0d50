/** A first document of a kind: it passes every check, and is to be filled in. */

import { stringify } from "yaml";
import { WATCHLIST_ALIAS_CHARS_MAX, WATCHLIST_ALIAS_CHARS_MIN } from "../shape/formats";

export interface Scaffold {
  /** Where it goes: a folder of its own, or the folder of all documents of its kind. */
  readonly path: (key: string) => string;
  readonly text: (names: ScaffoldNames) => string;
}

/** The key in the forms in which documents name things, each as YAML reads it back. */
export interface ScaffoldNames {
  readonly key: string;
  /** `new-user` is "New user". */
  readonly title: string;
  /** `new-user` is "NewUser": a name that KQL takes. */
  readonly identifier: string;
  /** A name that a watchlist can have. */
  readonly alias: string;
  /** The tenant that a test is about. */
  readonly tenant: string;
  /** The rule whose incident starts a playbook; where the project has none, the id of one from elsewhere. */
  readonly rule: string;
  /** What starts a playbook. */
  readonly starts: "incident" | "alert" | "entity";
}

/** The habit: a folder for each detection and what belongs to it. */
export function ownFolder(file: string): Scaffold["path"] {
  return (key) => `rules/${key}/${file}`;
}

/** What the project has already, for a document to name. */
export interface ScaffoldProject {
  readonly tenant?: string | undefined;
  readonly rule?: string | undefined;
  readonly starts?: ScaffoldNames["starts"] | undefined;
}

export function scaffoldText({ text }: Scaffold, key: string, project: ScaffoldProject = {}): string {
  return text({
    key: asYaml(key),
    title: asYaml(capitalised(key.replaceAll("-", " "))),
    identifier: asYaml(identifierOf(key)),
    alias: asYaml(aliasOf(key)),
    tenant: asYaml(project.tenant ?? "sample"),
    rule: asYaml(project.rule ?? "00000000-0000-4000-8000-000000000001"),
    starts: project.starts ?? "incident",
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function identifierOf(key: string): string {
  const name = key.split("-").map(capitalised).join("");
  return /^\d/.test(name) ? `_${name}` : name;
}

function aliasOf(key: string): string {
  const long = key.length < WATCHLIST_ALIAS_CHARS_MIN ? `list-${key}` : key;
  return long.slice(0, WATCHLIST_ALIAS_CHARS_MAX).replace(/-$/, "");
}

/** With quotes where YAML would read a number or a truth value. */
function asYaml(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
