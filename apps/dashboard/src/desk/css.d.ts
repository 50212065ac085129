/** A style sheet that is loaded with the page that imports it. */
declare module '*.css'
