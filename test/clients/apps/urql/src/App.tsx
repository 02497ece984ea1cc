import { useState } from 'react';
import { Provider } from 'urql';
import { client } from './client';
import { Live } from './Live';
import { Papers } from './Papers';

export default function App() {
  const [added, setAdded] = useState('');
  return (
    <Provider value={client}>
      <Live onAdded={setAdded} />
      <Papers key={added} />
    </Provider>
  );
}
