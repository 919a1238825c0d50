/** Makes many resources without a stack trace for each promise. */

/** For each of a resource's dozens of promises the SDK keeps the text of the stack that made it, every frame mapped back to its TypeScript
 *  line: ten of sixteen seconds for a thousand rules (2026-11-24). It also notes where in the program a resource is made, which is one and
 *  the same line for all of a Plan. The errors of `make` lose their stack, but each names its resource; whatever comes later, when the
 *  registrations run, has stacks again. */
export function withoutStackTraces<Made>(make: () => Made): Made {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 0;
  Error.prepareStackTrace = () => "";
  try {
    return make();
  } finally {
    Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  }
}
