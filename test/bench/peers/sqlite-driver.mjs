/** SQLite's driver as the product installs it for this Node.js: see `src/store/engine/sqlite-driver.ts`. */
export const { default: Database } = await import('better-sqlite3').catch(() => import('better-sqlite3-12'));
