import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { client } from './client';
import { Live } from './Live';
import { Papers } from './Papers';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Provider value={client}>
      <Live />
      <Papers />
    </Provider>
  </StrictMode>,
);
