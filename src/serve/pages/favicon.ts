/** A page with a corner folded over, lines of text, and one of them marked: a fact and its evidence. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<path fill="#2b4c7e" d="M6 2h14l6 6v22H6z"/>
<path fill="#9db8dc" d="M20 2v6h6z"/>
<path fill="#fff" d="M10 13h12v2H10zM10 23h8v2h-8z"/>
<path fill="#ffd34e" d="M10 18h12v2H10z"/>
</svg>
`;
