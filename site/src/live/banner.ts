import { livePath } from '../../../collections/Streams/streams.schema.ts'

/**
 * The script of LiveBanner.astro, right behind it: asks what is live now, on pages that were rendered long before. The page of
 * the stream says so itself. Without an answer there is no banner.
 */
export const LIVE_SCRIPT = `fetch('${livePath}').then(r=>r.json()).then(({live:l})=>{
if((l=l.find(l=>l.href!=location.pathname))){const b=document.getElementById('live'),a=b.firstElementChild
a.href=l.href;a.append(l.title);b.showPopover()}}).catch(()=>{})`
