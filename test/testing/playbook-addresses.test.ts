/** Playbooks about addresses, alone and with accounts, in the words of tests. */

import { expect, test } from "vitest";
import { EVERYTHING } from "./playbook-subjects";
import { ranTests } from "./ran-tests";

const TESTS = `kind: PlaybookTest
playbook: addresses
locations: { 44444444-4444-4444-8444-444444444444: [192.0.2.0/24] }
cases:
  - name: the address is blocked
    incident: { rule: bad-address, entities: { IP: [203.0.113.9] } }
    expect:
      run: Succeeded
      writes: [{ patch: /identity/conditionalAccess/namedLocations/44444444-4444-4444-8444-444444444444 }]
      tags: ["picket:addresses:block-source:203.0.113.9", "picket:addresses:acted"]
      tasks: [Is it a customer's?]
  - name: Graph refuses
    incident: { rule: bad-address, entities: { IP: [203.0.113.9] } }
    faults: { "PATCH /identity/conditionalAccess/namedLocations/*": [403] }
    expect:
      run: Failed
      tags: ["picket:addresses:failed"]
      tasks: ["Addresses: look at the addresses", Is it a customer's?]
      comment: { contains: ["failed: If_new"] }
  - name: the right is not given
    without: [Policy.ReadWrite.ConditionalAccess]
    incident: { rule: bad-address, entities: { IP: [203.0.113.9] } }
    expect: { run: Failed, writes: [], tags: ["picket:addresses:failed"] }
  - name: our own egress, run twice
    repeat: 2
    incident: { rule: bad-address, entities: { IP: [198.51.100.7] } }
    expect:
      run: Succeeded
      writes: []
      tags: ["picket:addresses:refused"]
      tasks: ["Addresses: look at the addresses", Is it a customer's?]
      comment: { contains: [is our own egress] }
  - name: an alert of another rule
    incident:
      rule: bad-address
      entities: { IP: [203.0.113.9] }
      also: [{ rule: 99999999-9999-4999-8999-999999999999 }]
    expect: { run: Succeeded, writes: [], tags: ["picket:addresses:handed-over"], comment: { contains: [alerts of other rules] } }
---
kind: PlaybookTest
playbook: addresses
undo: true
locations: { 44444444-4444-4444-8444-444444444444: [203.0.113.9/32] }
cases:
  - name: the only range is left to people
    incident: { rule: bad-address, entities: { IP: [203.0.113.9] }, tags: ["picket:addresses:block-source:203.0.113.9"] }
    expect: { run: Succeeded, writes: [], tags: ["picket:addresses-undo:refused"], tasks: ["Addresses (undo): look at the addresses"] }
---
kind: PlaybookTest
playbook: both
people: { nina: {}, glass: { breakGlass: true } }
locations: { 44444444-4444-4444-8444-444444444444: [192.0.2.0/24] }
cases:
  - name: the address fails, the account is done
    incident: { rule: bad-address, entities: { Account: [nina], IP: [203.0.113.9] } }
    faults: { "GET /identity/conditionalAccess/namedLocations/*": [403] }
    expect:
      run: Failed
      people: { nina: { enabled: false } }
      tasks: ["Both: look at the addresses"]
  - name: the account is refused, the address is done
    incident: { rule: bad-address, entities: { Account: [glass], IP: [203.0.113.9] } }
    expect:
      run: Succeeded
      writes: [{ patch: /identity/conditionalAccess/namedLocations/44444444-4444-4444-8444-444444444444 }]
      tags: ["picket:both:block-source:203.0.113.9", "picket:both:refused"]
      tasks: ["Both: look at glass@contoso.example"]
`;

test("addresses count as accounts do", async () => {
  const { wrong, results } = await ranTests(`${EVERYTHING}---\n${TESTS}`);
  expect(wrong).toEqual([]);
  expect(
    results.map(({ name, outcome, differences, diagnostics }) => [name, outcome, differences, diagnostics]),
  ).toEqual(results.map(({ name }) => [name, "passed", [], []]));
  expect(results.length).toBe(8);
});
