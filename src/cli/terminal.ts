/** What the terminal behind a stream can show. */

/** Colour only on a terminal, and never with NO_COLOR (https://no-color.org, read 2026-11-24). */
export function usesColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR;
}
