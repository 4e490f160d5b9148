/** A name within a sentence: «Жильё и ЖКХ» → «жильё и ЖКХ». */
export function decapitalise(text: string): string {
  return text.charAt(0).toLocaleLowerCase('ru') + text.slice(1)
}
