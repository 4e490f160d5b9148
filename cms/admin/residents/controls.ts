/** Buttons beside «Сохранить» of what residents sent, by collection. */
export const residentControls: Record<string, string[]> = {
  wishes: ['/residents/WishMoves.tsx#WishMoves', '/PublishStatus.tsx#PublishStatus'],
  'join-requests': ['/residents/JoinDecision.tsx#JoinDecision'],
}
