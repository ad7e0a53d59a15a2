User("ann", u => u.PasswordHash = "$6$salt$hash");
User("bob", u =>
{
    u.PasswordHash = "$6$salt$hash";
    u.Locked = true;
});
User("eve", u => u.Locked = false);
