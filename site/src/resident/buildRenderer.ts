import { openDoor, viewOf, withView } from '../cms/resident.ts'
import { freshApp, pathsOf, renderWith, type Route } from './astro.ts'

/** What `astro build` renders with: every page of one state of the content at one moment. */
export async function createBuildRenderer() {
  const view = viewOf(await openDoor())
  const app = freshApp()
  return {
    paths: () => withView(view, () => pathsOf(app)),
    render: (request: Request, route: Route) => withView(view, () => renderWith(app, request.url, route)),
  }
}
