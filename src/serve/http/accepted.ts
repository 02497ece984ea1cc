import Negotiator from 'negotiator';
import { remembered } from './remembered';

/** The media types of GraphQL answers. */
const JSON_TYPES = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'] as const;
const HTML = 'text/html; charset=utf-8';
const EVENT_STREAM = 'text/event-stream; charset=utf-8';

/** A media type of GraphQL answers, as it stands in `Content-Type`. */
export type JsonType = (typeof JSON_TYPES)[number];

/** That of who has no preference. */
export const [USUAL_JSON] = JSON_TYPES;

/** What a client takes, by its `Accept` (RFC 9110, 12.5.1). */
export interface Accepted {
  /** The type of JSON that it prefers; null for one that takes neither. */
  json: JsonType | null;
  /** Whether it would rather have a page than JSON: a person looks at it. */
  prefersHtml: boolean;
  /** Whether it takes a page where there is one, unless it would rather have JSON. */
  takesHtml: boolean;
  /** Whether it takes server-sent events, and says so: who takes anything may wait for an end that never comes. */
  takesEvents: boolean;
}

/** What a client takes that sends this `Accept`, or none. */
export const acceptedBy: (accept: string | undefined) => Accepted = remembered((accept) => {
  const negotiator = new Negotiator({ headers: { accept } });
  const json = negotiator.mediaType(JSON_TYPES) as JsonType | undefined;
  return {
    json: json ?? null,
    prefersHtml: negotiator.mediaType([...JSON_TYPES, HTML]) === HTML,
    takesHtml: negotiator.mediaType([HTML, ...JSON_TYPES]) === HTML,
    takesEvents: namesEvents(accept) && negotiator.mediaType([EVENT_STREAM]) !== undefined,
  };
});

/** Whether a range is meant for server-sent events more than for anything. */
function namesEvents(accept = ''): boolean {
  return /(^|[\s,])text\/(event-stream|\*)/i.test(accept);
}
