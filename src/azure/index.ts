/** Face of the room: numbers, ids and names that Azure sets. */

export { TACTICS, type Technique, techniques } from "./attack";
export { ENTITY_TYPES, identifiersOf, REQUIRED_IDENTIFIERS, strongSetsOf } from "./entities";
export * from "./sentinel-limits";
