/** The address of the server's GraphQL, which each program is given. */
export const url = process.argv[2] as string;

/** The same over WebSocket. */
export const socketUrl = url?.replace('http', 'ws');
