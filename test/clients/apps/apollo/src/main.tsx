import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './client';
import { Live } from './Live';
import { Papers } from './Papers';
import { Search } from './Search';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <Live />
      <Search />
      <Papers />
    </ApolloProvider>
  </StrictMode>,
);
