/**
 * Has the libraries run as in production unless the environment says otherwise. Without it graphql-js checks each type
 * that it meets for copies of itself, and an answer takes twice as long. Import it before any of them.
 */
process.env.NODE_ENV ??= 'production';
