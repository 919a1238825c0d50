/** Makes many resources without a stack trace for each promise. */

/** For each of a resource's dozens of promises the SDK keeps the text of the stack that made it, every frame mapped back to its TypeScript
 *  line: ten of sixteen seconds for a thousand rules (2026-11-24). The errors of `make` itself lose their stack, but each names its
 *  resource; whatever comes later, when the registrations run, has stacks again. */
export function withoutStackTraces<Made>(make: () => Made): Made {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
