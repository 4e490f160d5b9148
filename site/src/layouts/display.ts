/**
 * The only script of a reading page. It carries the choice of «Размер и контраст» from page to page, before the first
 * paint (without it the radio buttons still work for the page at hand: `:has()` in tokens.css), and opens the print
 * dialogue for a button with `data-print` (hidden without it). It registers the service worker, and offers a reader who has
 * come four times to put the portal on the screen; whoever answers is not asked again for a hundred visits.
 */
export const DISPLAY_SCRIPT = `(d=>{let s={};try{s=JSON.parse(localStorage.display)||s}catch{}
const set=()=>{d.dataset.size=s.size||'m';d.dataset.view=s.view||'usual'};set()
addEventListener('change',({target:t})=>{if(t.name!='size'&&t.name!='view')return
s[t.name]=t.value;set();try{localStorage.display=JSON.stringify(s)}catch{}})
addEventListener('click',({target:t})=>{if(t.closest('[data-print]'))print()})
addEventListener('DOMContentLoaded',()=>{for(const n in s){const i=document.getElementById(n+'-'+s[n]);if(i)i.checked=true}})
addEventListener('load',()=>navigator.serviceWorker?.register('/sw.js').catch(()=>{}))
addEventListener('beforeinstallprompt',e=>{let n=3;try{n=localStorage.visits=+(localStorage.visits||0)+1}catch{}
const p=d.querySelector('[data-install]');if(!(n>3)||!p)return
e.preventDefault();p.hidden=false;p.onclick=({target:t})=>{if(t.matches('button')){p.hidden=true
try{localStorage.visits=-99}catch{}
if(t.value)e.prompt()}}})
})(document.documentElement)`
