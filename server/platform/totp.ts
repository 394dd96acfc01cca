import { Secret, TOTP } from 'otpauth'

/** A new secret of the second factor, 160 bits in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code holds, for any authenticator app. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return totpOf(secret, issuer, label).toString()
}

/** The time step a code belongs to, looked for around `step`; undefined where it fits none. */
export function findTotpStep(
  secret: string,
  code: string,
  step: number,
  secondsPerStep: number,
  tolerated: number,
): number | undefined {
  const delta = totpOf(secret).validate({
    token: code,
    timestamp: step * secondsPerStep * 1000,
    window: tolerated,
  })
  return delta === null ? undefined : step + delta
}

function totpOf(secret: string, issuer = '', label = ''): TOTP {
  // SHA-1, six digits and 30 seconds are what every app understands (RFC 6238).
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  })
}
