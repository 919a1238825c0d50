/** Face of the room: questions to policies. What happens to a sign-in, what holds for all of them, what a change means. */

export type { Change } from "./compare/changes";
export type { KnownNames } from "./compare/names";
export { type AccessRefusal, refusalOf } from "./model/refusal";
export { askProof, type Proof, type ProofQuestion } from "./prove/ask";
export { type Directory, DirectoryShape } from "./shapes/directory";
export { type Question, QuestionShape } from "./shapes/question";
export { type SignIn, SignInShape } from "./shapes/sign-in";
export { askWhatIf, type WhatIfAnswerer, type WhatIfQuestion, type WhatIfTenant, whatIfAnswerer } from "./what-if/ask";
export type { WhatIf } from "./what-if/what-if";
