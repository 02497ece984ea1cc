/** What an answer says that is no page: whatever a browser takes it for, it runs nothing and stands in no frame. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What every answer says to browsers; a page says more than that of what may run in it. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  // It is of the type that it says.
  'x-content-type-options': 'nosniff',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  // An address has the whole operation in it: nobody else needs to know.
  'referrer-policy': 'no-referrer',
};
