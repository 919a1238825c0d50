/** Picket's Pulumi components: a Plan in, native Azure resources out. */

import "./stack-trace-repair";

export { ConditionalAccess } from "./conditional-access";
export { Detections } from "./detections";
export { Playbook } from "./playbook";
export { preflight, type VerifiedPlan } from "./preflight";
export type { Providers } from "./providers";
export { Response } from "./response";
export { Tenant, type TenantOptions } from "./tenant";
