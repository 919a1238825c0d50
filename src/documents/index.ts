/** Face of the room: YAML in, typed documents with positions out. */

export { documentChecks } from "./checks/checks";
export { FILE_BYTES_MAX } from "./checks/too-large";
export type { Bodies, Document, DocumentOf, DocumentPlace, Kind } from "./document";
export { type Duration, isoDuration, parseDuration } from "./duration";
export { editorSchemas } from "./editor-schema";
export type { KindDefinition } from "./kinds/kind";
export { kinds } from "./kinds/kinds";
export { type ScaffoldProject, scaffoldText } from "./kinds/scaffold";
export { type PositionedJson, positionedJson } from "./positioned-json";
export { readDocuments } from "./read-documents";
export { formats, isCidr } from "./shape/formats";
export { ipLocations } from "./shape/ip-location";
export { shapeErrors, toldValue } from "./shape/shape-errors";
export { decodeFile } from "./yaml/decode";
export { pointerStep, pointerSteps } from "./yaml/pointer-span";
