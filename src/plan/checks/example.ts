/** The rule from which the examples of checks are made. */

export { exampleRule as rule } from "../../diagnostics";
