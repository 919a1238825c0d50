/** Gives people a task. */

import { Type } from "typebox";
import type { TaskStep } from "./step";

export const addTask: TaskStep = {
  kind: "task",
  name: "add-task",
  summary: "Adds a task to the incident. A text alone is its title.",
  does: ({ title }) => `add the task "${title}"`,
  repeat: "The task has a fixed id: a second run writes the same one.",
  source: "https://learn.microsoft.com/rest/api/securityinsights/incident-tasks/create-or-update, read 2026-11-23",
  settings: Type.Object({
    title: Type.String({ description: "Title of the task.", minLength: 1 }),
    description: Type.Optional(Type.String({ description: "What to do." })),
  }),
  task: ({ title, description }) => ({ title: String(title), description: String(description ?? "") }),
};
