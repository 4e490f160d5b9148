/** Buttons and lines beside «Сохранить» of what is public without drafts, by collection. */
export const residentControls: Record<string, string[]> = {
  wishes: ['/residents/WishMoves.tsx#WishMoves', '/PublishStatus.tsx#PublishStatus'],
  houses: ['/PublishStatus.tsx#PublishStatus'],
  streams: ['/streams/StreamMoves.tsx#StreamMoves', '/PublishStatus.tsx#PublishStatus'],
  receptions: ['/PublishStatus.tsx#PublishStatus'],
  'join-requests': ['/residents/JoinDecision.tsx#JoinDecision'],
}
