/** Columns that only rows tell, written into the query behind their plugin: `evaluate bag_unpack(d) : (a:long)`. All offsets that leave are of the query as it was. */

import type { Column } from "./values/type-name";

/** The columns of a plugin's result. */
export interface DeclaredColumns extends TextPlace {
  readonly columns: readonly Column[];
}

/** A place in the query, or in the body of a function of the workspace. */
export interface TextPlace {
  /** Offset: the end of the plugin's call. */
  readonly at: number;
  /** The function. */
  readonly in?: string;
}

export interface Declared {
  readonly text: string;
  /** The offset in the query as it was. */
  readonly original: (offset: number) => number;
}

export function withDeclared(text: string, declared: readonly DeclaredColumns[]): Declared {
  const pieces = [...declared]
    .sort((left, right) => left.at - right.at)
    .map(({ at, columns }) => ({ at, text: ` : (${columns.map(written).join(", ")})` }));
  let made = "";
  let from = 0;
  for (const piece of pieces) {
    made += text.slice(from, piece.at) + piece.text;
    from = piece.at;
  }
  const original = (offset: number): number => {
    let added = 0;
    for (const piece of pieces) {
      const start = piece.at + added;
      if (offset <= start) break;
      if (offset < start + piece.text.length) return piece.at;
      added += piece.text.length;
    }
    return offset - added;
  };
  return { text: made + text.slice(from), original };
}

function written({ name, type }: Column): string {
  return `[${JSON.stringify(name)}]:${type}`;
}
