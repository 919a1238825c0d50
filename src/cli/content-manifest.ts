/** What the shipped content answers: each part of an alert, and the documents that answer it by their keys. */

export interface AnsweredAlert {
  readonly title: string;
  readonly key: string;
  /** Page that describes the alert, and the day it was read. */
  readonly source: string;
  readonly rows: readonly AnsweredPart[];
}

export interface AnsweredPart {
  readonly part: "detection" | "investigation" | "resolution";
  /** What is detected, asked or done, in our words. */
  readonly what: string;
  /** Keys of rules, hunts, playbooks and policies. */
  readonly documents: readonly string[];
}

export const ANSWERED_ALERTS: readonly AnsweredAlert[] = [
  {
    title: "New Azure user logged in from bad source",
    key: "new-user-from-bad-source",
    source: "https://lacework-alerts.netlify.app/console/new-azure-user-logged-in-from-bad-source, read 2026-11-25",
    rows: [
      { part: "detection", what: "a first sign-in from a bad address", documents: ["new-user-from-bad-source"] },
      {
        part: "investigation",
        what: "Is the address suspicious in this environment?",
        documents: ["is-the-source-suspicious-here"],
      },
      {
        part: "investigation",
        what: "Does it make many failures, for one user or for many?",
        documents: ["failures-of-one-or-many-users"],
      },
      {
        part: "investigation",
        what: "Does it come over an unexpected protocol, such as a legacy one of Exchange?",
        documents: ["unexpected-protocol"],
      },
      {
        part: "investigation",
        what: "Is it a cloud provider's, from which legitimate applications run?",
        documents: ["cloud-provider-with-legitimate-apps"],
      },
      { part: "resolution", what: "disable the account", documents: ["disable-new-user", "quarantine-new-user"] },
      { part: "resolution", what: "reset the password", documents: ["reset-new-user-password"] },
      { part: "resolution", what: "verify the user's identity", documents: ["verify-new-user"] },
      { part: "resolution", what: "investigate the source", documents: ["investigate-new-user-source"] },
      {
        part: "resolution",
        what: "ask for more than a password",
        documents: ["step-up-new-user", "mfa-for-step-up", "mfa-for-high-sign-in-risk"],
      },
      { part: "resolution", what: "review the user's access", documents: ["review-new-user-access"] },
      {
        part: "resolution",
        what: "keep monitoring",
        documents: ["watch-new-user", "watched-users", "watched-user-signs-in"],
      },
    ],
  },
];
