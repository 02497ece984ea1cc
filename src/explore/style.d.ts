/** Style sheets go into that of the page. */
declare module '*.css' {}
