import { expect, it } from 'vitest'
import { isForm, wordsOf } from './queryWords.ts'

it('takes the words apart, without the little ones between them', () => {
  expect(wordsOf('Ёлка на площади: «ёлка»!')).toEqual(['елка', 'площади'])
  expect(wordsOf('Почему у нас не горит фонарь?')).toEqual(['горит', 'фонарь'])
  expect(wordsOf('у нас')).toEqual(['у', 'нас'])
  expect(wordsOf(' — ')).toEqual([])
})

it.each([
  ['депутата', 'депутаты'],
  ['депутатский', 'деп'],
  ['депутат', 'депутатский'],
  ['шла', 'шли'],
  ['8', '8'],
])('takes «%s» for a form of «%s»', (word, asked) => expect(isForm(word, asked)).toBe(true))

it.each([
  ['б', 'бегемот'],
  ['во', 'вор'],
  ['вода', 'водолаз'],
  ['на', 'наводнение'],
])('takes «%s» for another word than «%s»', (word, asked) => expect(isForm(word, asked)).toBe(false))
