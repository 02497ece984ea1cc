import { ApolloProvider } from '@apollo/client/react';
import { client } from './client';
import { Live } from './Live';
import { Papers } from './Papers';
import { Search } from './Search';

export default function App() {
  return (
    <ApolloProvider client={client}>
      <Live />
      <Search />
      <Papers />
    </ApolloProvider>
  );
}
