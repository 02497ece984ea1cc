import { escapeHtml } from '../../text/html';

/** What leads from an address up to where this server begins, behind any proxy that puts it below a path. */
export function wayUp(target: string): string {
  const [path = ''] = target.split('?');
  return '../'.repeat(Math.max(0, path.split('/').length - 2)) || './';
}

/** What a page is made of. */
export interface Page {
  title: string;
  /** As {@link wayUp} gives it. */
  up: string;
  /** HTML, what else its head has: its style, at least. */
  head: string;
  /** HTML. */
  body: string;
}

/** A page that needs nothing from elsewhere but what its head and body ask for. */
export function pageOf({ title, up, head, body }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" type="image/svg+xml" href="${up}favicon.svg">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/**
 * The style of a page that has little to say.
 *
 * @param nonce what alone may stand in it as style and script, a random text; such pages are kept by nobody
 * @param more rules of its own
 */
export function plainStyle(nonce: string, more = ''): string {
  return `<style nonce="${nonce}">
:root { color-scheme: light dark; --paper: #fdfcfa; --ink: #1d2026; --accent: #24508f; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181d; --ink: #e6e4df; --accent: #9fc1f2; } }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; background: var(--paper); color: var(--ink); }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.5rem; }
h1 { font: 600 2rem/1.25 Charter, Palatino, Georgia, serif; }
a { color: var(--accent); }
code { overflow-wrap: anywhere; unicode-bidi: isolate; }
${more}</style>`;
}
