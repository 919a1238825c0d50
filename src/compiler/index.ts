/** Face of the room: documents and a tenant to a Plan. */

export { checkDocuments, checkTogether } from "./check-documents";
export { compilerChecks } from "./checks/checks";
export { compileTenant } from "./compile";
