// Preloaded (`--import`) into every child the portal starts: when the parent dies, even by kill -9, its end of the
// IPC channel closes, and the child must not live on and hold the port or write to the site.

// fork() hands these arguments on, and a worker whose channel this file lets go of would end before its first job.
const own = process.execArgv.findIndex((argument) => argument.endsWith('exit-with-parent.ts'))
if (own > 0) process.execArgv.splice(own - 1, 2)

if (process.channel) {
  process.channel.unref()
  process.on('disconnect', () => {
    // A child that handles SIGTERM gets to close what it has open; one that hangs is ended.
    setTimeout(() => process.exit(1), 4_000).unref()
    if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM')
    else process.exit(1)
  })
}
