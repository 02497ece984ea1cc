/** Whether two values hold the same data: plain objects, lists and what JSON has beside them. Absent is the same as undefined. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  for (const name in one) {
    if (!isSameData((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name])) return false;
  }
  for (const name in other) {
    if (!(name in one) && (other as Record<string, unknown>)[name] !== undefined) return false;
  }
  return true;
}
