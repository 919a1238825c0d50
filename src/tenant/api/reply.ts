/** What an interface answers: a documented response, or a refusal where nothing is documented. */

import type { Json } from "../../plan";

export type Reply =
  | {
      readonly statusCode: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: Json;
    }
  /** The stand-in does not know the answer, so it gives none. */
  | { readonly refused: string };

export function refuse(why: string): Reply {
  return { refused: why };
}

export function ok(body: Json): Reply {
  return { statusCode: 200, body };
}

export const NO_CONTENT: Reply = { statusCode: 204 };
