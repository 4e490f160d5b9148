import type { Example } from './example.ts'
import type { ProseProps } from './props.ts'

const html = `<p>Обход работает по временному тротуару вдоль Примерной улицы. Он освещён и <strong>шире прежнего</strong>.</p>
<h3>Как пройти до открытия</h3>
<ul><li>С колясками — только через обход.</li><li>Велосипедистам — через плотину.</li></ul>
<ol><li>Сначала перила.</li><li>Потом свет.</li></ol>
<blockquote><p>Настил проверили под нагрузкой, протокол приложен.</p></blockquote><hr>
<p>Если обход закрыт, <a href="#">напишите нам</a>.</p>`

export const examples: Example<ProseProps>[] = [{ name: 'Текст новости', props: { html } }]
