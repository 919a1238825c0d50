/** Runs the tests of a project again whenever its files change. */

import { newReads, type Reads, watchFiles } from "../repository";
import { bindHere } from "./bind-here";
import { type Tested, type TestRequest, testFiles } from "./run-project-tests";

export interface WatchedTests extends Omit<TestRequest, "now"> {
  /** The time of each run, ISO 8601. */
  readonly clock: () => string;
  readonly onTested: (tested: Tested) => void;
}

/** Starts to watch; the function that is returned ends it. A change during a run starts the next one after it. */
export function watchTests({ clock, onTested, ...request }: WatchedTests): () => void {
  let earlier: Reads["earlier"] = new Map();
  let before = "";
  let running: Promise<void> = Promise.resolve();
  const bound = bindHere();
  const look = async () => {
    const reads = newReads(earlier);
    const tested = await testFiles({ ...request, now: clock() }, reads, bound);
    earlier = reads.files;
    watching.follow([...reads.digests.keys(), ...reads.folders]);
    const read = JSON.stringify([...reads.digests]);
    if (read === before) return;
    before = read;
    onTested(tested);
  };
  const next = () => {
    running = running.then(look);
  };
  const watching = watchFiles(request.folder, next);
  next();
  return watching.close;
}
