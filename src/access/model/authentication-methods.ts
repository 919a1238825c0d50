/** What an authentication strength demands, in Graph's names of method combinations. */

const PHISHING_RESISTANT = ["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"] as const;

const PASSWORDLESS = [...PHISHING_RESISTANT, "deviceBasedPush"] as const;

/** Combinations of the built-in strengths.
 *  Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths, read 2026-11-23. */
export const BUILT_IN_COMBINATIONS = {
  phishingResistant: PHISHING_RESISTANT,
  passwordless: PASSWORDLESS,
  mfa: [
    ...PASSWORDLESS,
    "temporaryAccessPassOneTime",
    "temporaryAccessPassMultiUse",
    "password,microsoftAuthenticatorPush",
    "password,softwareOath",
    "password,hardwareOath",
    "password,sms",
    "password,voice",
    "federatedMultiFactor",
    "federatedSingleFactor,microsoftAuthenticatorPush",
    "federatedSingleFactor,softwareOath",
    "federatedSingleFactor,hardwareOath",
    "federatedSingleFactor,sms",
    "federatedSingleFactor,voice",
    "x509CertificateSingleFactor,microsoftAuthenticatorPush",
  ],
} as const;

/** Combinations that are one factor by themselves: a custom strength that allows one does not imply MFA.
 *  Source: https://learn.microsoft.com/graph/api/resources/enums authenticationMethodModes, read 2026-11-23. */
const SINGLE_FACTOR: ReadonlySet<string> = new Set([
  "password",
  "sms",
  "voice",
  "email",
  "federatedSingleFactor",
  "x509CertificateSingleFactor",
  "qrCodePin",
  "hardwareOath",
  "softwareOath",
]);

/** Methods that a combination is made of.
 *  Source: https://learn.microsoft.com/graph/api/resources/authenticationmethodmodes, read 2026-11-25. */
export const METHOD_MODES: ReadonlySet<string> = new Set(
  [...BUILT_IN_COMBINATIONS.mfa, ...SINGLE_FACTOR].flatMap((combination) => combination.split(",")),
);

/** Methods that a guest can use in the resource tenant for a strength: text message, voice call, Authenticator push, OATH software token.
 *  Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strength-external-users, read 2026-11-23. */
const GUEST_METHODS: ReadonlySet<string> = new Set([
  "password,sms",
  "password,voice",
  "password,microsoftAuthenticatorPush",
  "password,softwareOath",
  "federatedSingleFactor,sms",
  "federatedSingleFactor,voice",
  "federatedSingleFactor,microsoftAuthenticatorPush",
  "federatedSingleFactor,softwareOath",
]);

/** Whoever meets the strength has done MFA. A strength that is not known is taken as what the page calls every strength: a form of MFA. */
export function impliesMfa(combinations: readonly string[] | undefined): boolean {
  return combinations === undefined || combinations.every((each) => !SINGLE_FACTOR.has(each));
}

/** Some combination can be done by a guest without trust in the home tenant's MFA. Unknown strengths are not judged. */
export function hasGuestMethod(combinations: readonly string[] | undefined): boolean {
  return combinations === undefined || combinations.some((each) => GUEST_METHODS.has(each));
}
