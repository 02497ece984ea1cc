import { createRoot } from 'react-dom/client';
import { readAsked } from './asked';
import { Explore } from './explore';
import { startWorkersFromHere } from './workers';
import './style.css';

const root = document.getElementById('explore') as HTMLElement;
const { up = './', introspection } = root.dataset;
startWorkersFromHere();
createRoot(root).render(
  <main className="explore">
    <h1 className="explore-unseen">Offprint: write queries</h1>
    <Explore
      endpoint={new URL(`${up}graphql`, location.href).href}
      start={new URL(up, location.href).href}
      sandbox={new URL(`${up}sandbox`, location.href).href}
      introspection={introspection === 'true'}
      asked={readAsked(location.search)}
    />
  </main>,
);
