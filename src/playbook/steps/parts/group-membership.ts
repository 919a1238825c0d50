/** Puts an account into a group that conditional access aims at, and takes it out again. */

import { type Actions, call, choose, GRAPH, inOrder } from "./actions";
import { outcome } from "./outcome";

const GROUP = "@{parameters('group')}";
const IS_MEMBER = "contains(body('Member_before')['value'], toLower(parameters('group')))";

/** Whether it is a member already is asked first: adding twice is answered with 400. */
function memberBefore(): Actions {
  return {
    Member_before: call({
      method: "POST",
      uri: `${GRAPH}/users/@{body('User')?['id']}/checkMemberGroups`,
      body: { groupIds: [GROUP] },
    }),
  };
}

export function joinGroup(what: string): Actions {
  return inOrder({
    ...memberBefore(),
    If_outside: choose(`not(${IS_MEMBER})`, {
      Join: call({
        method: "POST",
        uri: `${GRAPH}/groups/${GROUP}/members/$ref`,
        body: { "@@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/@{body('User')?['id']}" },
      }),
    }),
    Outcome: outcome({
      outcome: `if(${IS_MEMBER}, 'already', 'done')`,
      detail: `if(${IS_MEMBER}, 'was in the group already', '${what}')`,
    }),
  });
}

export function leaveGroup(): Actions {
  return inOrder({
    ...memberBefore(),
    If_inside: choose(IS_MEMBER, {
      Leave: call({ method: "DELETE", uri: `${GRAPH}/groups/${GROUP}/members/@{body('User')?['id']}/$ref` }),
    }),
    Outcome: outcome({
      outcome: `if(${IS_MEMBER}, 'done', 'already')`,
      detail: `if(${IS_MEMBER}, 'taken out of the group', 'was not in the group')`,
    }),
  });
}
