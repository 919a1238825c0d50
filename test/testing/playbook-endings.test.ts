import { endingLaw } from "./playbook-endings";
import { addresses, both } from "./playbook-subjects";

for (const subject of [addresses, both]) {
  endingLaw(subject, 50);
  endingLaw({ ...subject, undo: true }, 50);
}
