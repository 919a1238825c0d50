/** What a PlaybookTest names and the project does not have, and what it says twice. */

import type { Diagnostic } from "../../diagnostics";
import type { Document, Kind } from "../../documents";
import { type Naming, namedDocument, PLAYBOOKS, RULES, TENANTS } from "../named-document";
import { repeatedStubs } from "./case-stubs";
import { type PlaybookCase, type PlaybookTest, unknownName } from "./playbook-frame";

export function playbookReferences(test: PlaybookTest, documents: readonly Document[]): readonly Diagnostic[] {
  const { body, place } = test;
  const missing = (name: string | undefined, naming: Naming<Kind>, pointer: string) => {
    const named = name === undefined ? undefined : namedDocument(name, naming, documents);
    return named && "message" in named ? [unknownName(named.message, place.at(pointer), named.help)] : [];
  };
  return [
    ...missing(body.playbook, PLAYBOOKS, "/playbook"),
    ...missing(body.tenant, TENANTS, "/tenant"),
    ...body.cases.flatMap((each, index) =>
      rulesOf(each)
        .filter(({ rule }) => !GUID.test(rule))
        .flatMap(({ rule, pointer }) => missing(rule, RULES, `/cases/${index}${pointer}`)),
    ),
    ...body.cases.flatMap((each, index) =>
      repeatedStubs({ body: each, at: (pointer, part) => place.at(`/cases/${index}${pointer}`, part) }),
    ),
  ];
}

/** A rule of elsewhere is named by its id. */
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function rulesOf({ incident, alert, entity }: PlaybookCase) {
  const places = { "/incident": incident, "/alert": alert, "/entity/incident": entity?.incident };
  return Object.entries(places).flatMap(([pointer, given]) => {
    if (!given) return [];
    const also = (given.also ?? []).map(({ rule }, index) => ({ rule, pointer: `${pointer}/also/${index}/rule` }));
    return [{ rule: given.rule, pointer: `${pointer}/rule` }, ...also];
  });
}
