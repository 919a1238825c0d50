/** Mutation tests put another file in the place of this one, with programs that were bound and lowered before. */

export { boundProgram as programOf, type Lowered } from "./bound-program";
