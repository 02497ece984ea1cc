/** What was sent, and how it was answered. */
export interface Noted {
  method: string;
  status: number;
  type: string | null;
  etag: string | null;
}

/** A fetch that notes what a client sends by it. */
export function notingFetch() {
  const noted: Noted[] = [];
  const fetchAndNote: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    noted.push({
      method: init?.method ?? 'GET',
      status: response.status,
      type: response.headers.get('content-type'),
      etag: response.headers.get('etag'),
    });
    return response;
  };
  return { noted, fetch: fetchAndNote };
}
