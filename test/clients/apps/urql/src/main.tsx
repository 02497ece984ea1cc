import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { client } from './client';
import { Live } from './Live';
import { Papers } from './Papers';

function App() {
  const [added, setAdded] = useState(0);
  return (
    <Provider value={client}>
      <Live onAdded={() => setAdded((before) => before + 1)} />
      <Papers key={added} />
    </Provider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
