/** Each key of a PlaybookTest wrong once. */

import { describe, expect, test } from "vitest";
import { DISABLING as DOCUMENTS, DISABLING_CASE as HEAD, toldCase } from "./playbook-case";

const told = (test: string) => toldCase(`${DOCUMENTS}---\n${test}`);

describe("every key wrong once", () => {
  const at = (text: string) => `${DOCUMENTS}---\n${text}`.split("\n").findIndex((line) => line.includes("WRONG")) + 1;
  const right = `${HEAD}    expect: { run: Succeeded }\n`;
  test.each([
    [
      "a tenant",
      right.replace("people:", "tenant: wrong # WRONG\npeople:"),
      "PKT6050",
      "no tenant has the key `wrong`",
    ],
    [
      "a group",
      right.replace("groups: [quarantine], methods: [phone] }", "groups: [wrong] } # WRONG"),
      "PKT6050",
      "no group has the key `wrong`",
    ],
    [
      "a role",
      right.replace("roles: [Helpdesk Administrator] }", "roles: [Wrong] } # WRONG"),
      "PKT6050",
      "no directory role is called `Wrong`",
    ],
    [
      "a role that may be activated",
      right.replace("roles: [Helpdesk Administrator] }", "eligible: [Wrong] } # WRONG"),
      "PKT6050",
      "no directory role is called `Wrong`",
    ],
    [
      "a manager",
      right.replace("{ exists: false }", "{ manager: wrong } # WRONG"),
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "a rule",
      right
        .replace("rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee", "rule: wrong")
        .replace("[nina] } }", "[nina] } } # WRONG"),
      "PKT6050",
      "no analytics rule has the key `wrong`",
    ],
    [
      "an account",
      right.replace("Account: [nina] } }", "Account: [wrong] } } # WRONG"),
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "a type of entity",
      right.replace("Account: [nina] } }", "Wrong: [nina] } } # WRONG"),
      "PKT6050",
      "no entity of type `Wrong` can be given",
    ],
    [
      "an identifier",
      right.replace("Account: [nina] } }", "Account: [{ Wrong: 1 }] } } # WRONG"),
      "PKT6051",
      "an entity of type `Account` with Wrong is not in the contract",
    ],
    ["a table", `${right}    given: { Wrong: [] } # WRONG\n`, "PKT6050", "no table has the name `Wrong`"],
    [
      "a column",
      `${right}    given: { SigninLogs: [{ TimeGenerated: -5m, Wrong: 1 }] } # WRONG\n`,
      "PKT6001",
      "`SigninLogs` has no column `Wrong`",
    ],
    [
      "a file",
      `${right}    given: { SigninLogs: { file: wrong.ndjson } } # WRONG\n`,
      "PKT6050",
      "the file `wrong.ndjson` does not exist beside the test",
    ],
    [
      "a fault of nobody",
      `${right}    faults: { "PATCH /users/{wrong}": [429] } # WRONG\n`,
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "a fault that is no call",
      `${right}    faults: { "/users": [429] } # WRONG\n`,
      "PKT6052",
      "`/users` is no call: expected METHOD /path, such as GET /users/{nina}",
    ],
    [
      "a fault that meets nothing",
      `${right}    faults: { "GET /users": [429] } # WRONG\n`,
      "PKT6054",
      "the playbook never calls `GET /users`",
    ],
    [
      "a call without method",
      `${right}    never: [{ body: {} }] # WRONG\n`,
      "PKT6052",
      "a call has one of patch, post, put and delete, got none",
    ],
    [
      "a call with two",
      `${right}    never: [{ put: "*", post: "*" }] # WRONG\n`,
      "PKT6052",
      "a call has one of patch, post, put and delete, got post and put",
    ],
    [
      "a path",
      `${right}    never: [{ put: users }] # WRONG\n`,
      "PKT6052",
      "`users` is no path: it starts with /, or is * for any",
    ],
    [
      "somebody expected",
      right.replace("run: Succeeded }", "people: { wrong: {} } } # WRONG"),
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "an undo that is not there",
      right.replace("people:", "undo: true # WRONG\npeople:"),
      "PKT6051",
      "the playbook has no undo",
    ],
    [
      "a trigger of another kind",
      right.replace("    incident:", "    alert:").replace("[nina] } }", "[nina] } } # WRONG"),
      "PKT6051",
      "the case gives alert, expected the incident that its trigger takes",
    ],
  ])("%s", async (_, text, code, message) => {
    expect((await told(text)).diagnostics).toEqual([`${code} ${at(text)}: ${message}`]);
  });
});
