/** Face of the room: questions to policies. What happens to a sign-in, what holds for all of them, what a change means. */

export type { Change } from "./compare/changes";
export { type KnownNames, type Names, namesFor } from "./compare/names";
export { signInWords } from "./compare/sign-in-words";
export { type AccessRefusal, refusalOf } from "./model/refusal";
export { applicationsIn } from "./model/world";
export { askProof, type Proof, type ProofQuestion, questionFindings } from "./prove/ask";
export type { Verdict } from "./prove/claims";
export { type Directory, DirectoryShape } from "./shapes/directory";
export { QUESTION_KINDS, type Question, type QuestionKind, QuestionShape } from "./shapes/question";
export { type SignIn, SignInShape } from "./shapes/sign-in";
export { askWhatIf, type WhatIfAnswerer, type WhatIfQuestion, type WhatIfTenant, whatIfAnswerer } from "./what-if/ask";
export type { WhatIf } from "./what-if/what-if";
