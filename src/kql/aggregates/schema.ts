/** `buildschema`: the schema that all dynamic values fit. */

import { page } from "../functions/definition";
import { typeOfDynamic } from "../values/convert";
import type { TypeName } from "../values/type-name";
import { type Dynamic, isArray, isBag } from "../values/value";
import { accumulator, aggregateOverload, type KqlAggregate } from "./definition";

/** What was met at one place, in the order in which it came: names of types, and one bag for all bags. */
interface Place {
  readonly types: Set<string>;
  properties: Map<string, Place> | undefined;
}

const INDEXER = "`indexer`";

const NAMES: Readonly<Partial<Record<TypeName, string>>> = {
  string: "string",
  long: "long",
  real: "double",
  bool: "bool",
  datetime: "datetime",
  timespan: "timespan",
  guid: "guid",
};

const BAG = "{}";

function newPlace(): Place {
  return { types: new Set(), properties: undefined };
}

/** Undefined where the page does not say what a value adds. */
function meet(place: Place, value: Dynamic): boolean {
  if (isBag(value) || isArray(value)) {
    place.types.add(BAG);
    place.properties ??= new Map();
    const parts: readonly (readonly [string, Dynamic])[] = isBag(value)
      ? [...value]
      : value.map((item) => [INDEXER, item] as const);
    return parts.length > 0 && parts.every(([name, part]) => meet(memberOf(place, name), part));
  }
  const name = NAMES[typeOfDynamic(value) ?? "dynamic"];
  if (name !== undefined) place.types.add(name);
  return name !== undefined;
}

function memberOf({ properties }: Place, name: string): Place {
  const member = properties?.get(name) ?? newPlace();
  properties?.set(name, member);
  return member;
}

function schemaOf({ types, properties }: Place): Dynamic {
  const parts = [...types].map((type): Dynamic => {
    if (type !== BAG) return type;
    return new Map([...(properties ?? [])].map(([name, member]): [string, Dynamic] => [name, schemaOf(member)]));
  });
  return parts.length === 1 ? (parts[0] as Dynamic) : parts;
}

const buildschema: KqlAggregate = {
  name: "buildschema",
  source: page("buildschema-aggregation-function"),
  examples: [
    [
      "datatable(x:dynamic)[dynamic({'a': 1, 'b': [2]}), dynamic({'a': 'x'})] | summarize buildschema(x)",
      { a: ["long", "string"], b: { [INDEXER]: "long" } },
    ],
    ["datatable(x:dynamic)[] | summarize buildschema(x)", null],
  ],
  overloads: [
    aggregateOverload({
      params: [{ name: "value", type: "dynamic" }],
      returns: "dynamic",
      nulls: "sees nulls",
      prepare: (site) =>
        accumulator({
          start: newPlace,
          add: (place: Place, value) => {
            if (value === null || !meet(place, value)) {
              site.refuse("unsupported", "`buildschema` of nulls and of empty arrays and bags is not evaluated");
            }
            return place;
          },
          finish: (place) => (place.types.size === 0 ? null : schemaOf(place)),
        }),
    }),
  ],
};

export const schemaAggregates: readonly KqlAggregate[] = [buildschema];
