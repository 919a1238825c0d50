/** Who a call is made as. */

import { isObject, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import type { CallIdentity } from "./connector";

/** Reads `authentication`; undefined where a call is anonymous. Secrets are left out. */
export function callIdentity(authentication: Value): CallIdentity | undefined {
  if (!isObject(authentication)) return undefined;
  const part = (name: string) => textOf(propertyOf(authentication, name) ?? null);
  const type = part("type");
  if (type === "" || type.toLowerCase() === "none") return undefined;
  const [audience, identity] = [part("audience"), part("identity")];
  return { type, ...(audience === "" ? {} : { audience }), ...(identity === "" ? {} : { identity }) };
}
