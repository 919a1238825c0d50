/** Keeps a failing program from hanging on Node 20. Imported for its effect, first.
 *
 *  Pulumi prints an uncaught error with `util.inspect` in colours. Node 20.20 then marks the package's name in each line of the stack, and
 *  does not end on a line that has no folder after `node_modules/@scope/`: some forty seconds and gigabytes later its text is too long. Pulumi's
 *  source maps leave out one folder and so give such lines (`node_modules/@pulumi/resource.ts:1598:22`), for every error that is thrown while
 *  a program starts. Seen with Node 20.20.2 and @pulumi/pulumi 3.248.0, 2026-11-24. */

const { prepareStackTrace } = Error;

// Without a formatter, such as a source map's, stacks have the paths of files that are there, which do no harm.
if (prepareStackTrace !== undefined) {
  Error.prepareStackTrace = (error, sites) => {
    const stack: unknown = prepareStackTrace(error, sites);
    return typeof stack === "string" ? repaired(stack) : stack;
  };
}

/** The same paths, with a folder `.` where none follows. */
export function repaired(stack: string): string {
  return stack.replaceAll(/(node_modules([\\/])(?:@[^\\/\n]+[\\/])?)(?=[^\\/\n]*$)/gm, "$1.$2");
}
