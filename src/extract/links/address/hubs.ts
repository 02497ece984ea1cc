import type { Address, LinkKind } from './address';
import { parseDeepPath } from './code-hosts';

/** How a hub of models and data lays out its addresses. */
interface Hub {
  host: string;
  /** Kinds by first segment; `depth` segments follow it. */
  sections: Readonly<Record<string, { kind: LinkKind; depth: number }>>;
  /** Whether `owner/name` without a section is a model and `owner` an organization. */
  bareModels: boolean;
  /** First segments that belong to the site. */
  reserved: readonly string[];
}

const HUGGING_FACE: Hub = {
  host: 'huggingface.co',
  sections: {
    datasets: { kind: 'DATASET', depth: 2 },
    spaces: { kind: 'SPACE', depth: 2 },
    collections: { kind: 'COLLECTION', depth: 2 },
    papers: { kind: 'PAPER', depth: 1 },
    organizations: { kind: 'ORGANIZATION', depth: 1 },
  },
  bareModels: true,
  reserved: ['blog', 'docs', 'learn', 'tasks', 'models', 'join', 'login', 'pricing', 'enterprise', 'chat', 'posts'],
};
const KAGGLE: Hub = {
  host: 'kaggle.com',
  sections: { datasets: { kind: 'DATASET', depth: 2 }, models: { kind: 'MODEL', depth: 2 } },
  bareModels: false,
  reserved: [],
};
const MODELSCOPE: Hub = {
  host: 'modelscope.cn',
  sections: {
    models: { kind: 'MODEL', depth: 2 },
    datasets: { kind: 'DATASET', depth: 2 },
    studios: { kind: 'SPACE', depth: 2 },
    collections: { kind: 'COLLECTION', depth: 1 },
    organization: { kind: 'ORGANIZATION', depth: 1 },
  },
  bareModels: false,
  reserved: [],
};

const HUBS: ReadonlyMap<string, Hub> = new Map([
  ['huggingface.co', HUGGING_FACE],
  ['hf.co', HUGGING_FACE],
  ['hf-mirror.com', HUGGING_FACE],
  ['kaggle.com', KAGGLE],
  ['modelscope.cn', MODELSCOPE],
]);

/** Whether a host is a hub of models and data. The host is in lower case, without `www.`. */
export function isHub(host: string): boolean {
  return HUBS.has(host);
}

/** What an address on a hub leads to, from its path's segments; null for the hub's own pages. */
export function parseHubPath(host: string, segments: readonly string[]): Address | null {
  const hub = HUBS.get(host);
  const [first] = segments;
  if (hub === undefined || first === undefined || hub.reserved.includes(first)) return null;
  const section = hub.sections[first];
  if (section !== undefined)
    return segments.length < 2 ? null : address(hub, section.kind, segments, 1 + section.depth);
  if (!hub.bareModels) return null;
  return address(hub, segments.length === 1 ? 'ORGANIZATION' : 'MODEL', segments, 2);
}

function address(hub: Hub, kind: LinkKind, segments: readonly string[], depth: number): Address {
  const root = segments.slice(0, depth).join('/');
  return { kind, url: `https://${hub.host}/${root}`, repository: null, ...parseDeepPath(segments.slice(depth)) };
}
