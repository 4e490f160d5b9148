/**
 * Files of DATA_DIR without which a restored portal would be another one: the key of manifests (collections/Manifests/
 * noticeKey.ts) and the secrets behind sessions and the links in letters (portal/secrets.ts).
 */
export const keyFiles = ['notice-key.pem', 'secrets.json'] as const
