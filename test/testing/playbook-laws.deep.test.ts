import { playbookLaws } from "./playbook-laws";
import { everything, shipped } from "./playbook-subjects";

playbookLaws(everything, 10_000);
for (const subject of shipped) playbookLaws(subject, 2_500);
