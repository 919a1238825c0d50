import { endingLaw } from "./playbook-endings";
import { addresses, both, everything, shipped } from "./playbook-subjects";

for (const subject of [everything, addresses, both]) {
  endingLaw(subject, 2_000);
  endingLaw({ ...subject, undo: true }, 2_000);
}
for (const subject of shipped) endingLaw(subject, 1_000);
