/** Under the login form. Passwords are set by an administrator: the portal sends no letters with links. */
export const LoginHelp = () => (
  <p className="portal-login-help">
    Нет доступа или забыли пароль? Обратитесь к администратору портала: он создаст учётную запись или задаст
    новый пароль. <a href="/">Перейти на сайт</a>
  </p>
)
