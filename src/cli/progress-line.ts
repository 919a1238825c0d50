/** One line of progress on standard error, on a terminal only. */

export interface ProgressLine {
  readonly tell: (text: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const ERASE_LINE = "\r\u001b[2K";

export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { tell: () => undefined, end: () => undefined };
  return {
    tell: (text) => stream.write(`${ERASE_LINE}${text}`),
    end: () => stream.write(ERASE_LINE),
  };
}
