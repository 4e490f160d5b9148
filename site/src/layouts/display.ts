/**
 * The only script of a reading page. It carries the choice of «Размер и контраст» from page to page, before the first
 * paint (without it the radio buttons still work for the page at hand: `:has()` in tokens.css), and opens the print
 * dialogue for a button with `data-print` (hidden without it).
 */
export const DISPLAY_SCRIPT = `(d=>{let s={};try{s=JSON.parse(localStorage.display)||s}catch{}
const set=()=>{d.dataset.size=s.size||'m';d.dataset.view=s.view||'usual'};set()
addEventListener('change',({target:t})=>{if(t.name!='size'&&t.name!='view')return
s[t.name]=t.value;set();try{localStorage.display=JSON.stringify(s)}catch{}})
addEventListener('click',({target:t})=>{if(t.closest('[data-print]'))print()})
addEventListener('DOMContentLoaded',()=>{for(const n in s){const i=document.getElementById(n+'-'+s[n]);if(i)i.checked=true}})
})(document.documentElement)`
