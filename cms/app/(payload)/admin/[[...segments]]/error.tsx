'use client'

/** A page of the admin that failed on the server: Next's own is English and says less. */
const AdminError = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <main className="portal-failure">
    <h1>Страница не открылась</h1>
    <p>
      Ошибка на сервере. Сохранённое не пропало. Попробуйте ещё раз; если не поможет, сообщите администратору
      портала.
    </p>
    {error.digest && <p>Номер ошибки в журнале: {error.digest}</p>}
    <button type="button" onClick={reset}>
      Попробовать ещё раз
    </button>
  </main>
)

export default AdminError
