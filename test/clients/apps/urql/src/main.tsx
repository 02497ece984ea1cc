import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { client } from './client';
import { Live } from './Live';
import { Papers } from './Papers';

function App() {
  const [added, setAdded] = useState('');
  return (
    <Provider value={client}>
      <Live onAdded={setAdded} />
      <Papers key={added} />
    </Provider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
