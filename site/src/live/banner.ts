import { livePath } from '../../../collections/Streams/streams.schema.ts'

/**
 * The script of LiveBanner.astro, right behind it: asks what is live now, on pages that were rendered long before. The page of
 * the stream says so itself. Without an answer there is no banner.
 */
export const LIVE_SCRIPT = `fetch('${livePath}').then(r=>r.json()).then(j=>{
const s=j.live.find(s=>s.href!=location.pathname),[a]=live.children
if(s){a.href=s.href;a.append(s.title);live.showPopover()}}).catch(_=>0)`
