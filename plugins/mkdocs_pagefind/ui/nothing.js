// Stands in for Pagefind's own pagefind.js on a site that has no page to search: every search finds nothing.
export const options = () => {};
export const preload = () => {};
export const search = () => ({ results: [], filters: {} });
