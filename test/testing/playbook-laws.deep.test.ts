import { playbookLaws } from "./playbook-laws";
import { everything } from "./playbook-subjects";

playbookLaws(everything, 10_000);
