/** The numbers that an Offprint gives of itself, by their names with labels. */
export async function readMetrics(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const numbers = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const end = line.lastIndexOf(' ');
    numbers.set(line.slice(0, end), Number(line.slice(end + 1)));
  }
  return numbers;
}
