import { playbookLaws } from "./playbook-laws";
import { everything, shipped } from "./playbook-subjects";

playbookLaws(everything, 50);
for (const subject of shipped) playbookLaws(subject, 50);
