import { createRoot } from 'react-dom/client';
import { readAsked } from './asked';
import { Explore } from './explore';
import { startWorkersFromHere } from './workers';
import './style.css';

const root = document.getElementById('explore') as HTMLElement;
const { up = './', introspection } = root.dataset;
startWorkersFromHere();
createRoot(root).render(
  <Explore
    endpoint={new URL(`${up}graphql`, location.href).href}
    sandbox={new URL(`${up}sandbox`, location.href).href}
    introspection={introspection === 'true'}
    asked={readAsked(location.search)}
  />,
);
