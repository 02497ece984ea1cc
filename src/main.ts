import './production';
// The server, and all that it is made of: `npm run build` puts that in one file, which loads in half the time of many.
import './start';
