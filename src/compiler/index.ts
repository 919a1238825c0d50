/** Face of the room: documents and a tenant to a Plan. */

export { scopeWords } from "./access/access-findings";
export { exportedAccess } from "./access/exported-access";
export { type OldAccess, oldAccess } from "./access/old-access";
export type { TenantAccess } from "./access/tenant-access";
export { checkDocuments, checkTogether } from "./check-documents";
export { compilerChecks } from "./checks/checks";
export {
  accessInTenant,
  type CompileContext,
  type CompiledFor,
  compileEachFor,
  compileFor,
  compileTenant,
} from "./compile";
export type { Beside, Compiled } from "./frame";
export { functionParameters } from "./kinds/function";
export type {
  CompiledConnection,
  CompiledPlaybook,
  CompiledWorkflow,
  Grant,
  PlaybookTrigger,
} from "./playbooks/compiled-playbook";
export { type GrantedRight, type GrantingResource, grantedRights } from "./playbooks/granted-rights";
export type { Bound } from "./queries/compiled-query";
export { resolveTenant, type TenantDocument } from "./tenants/resolved-tenant";
