User("ann", u =>
{
    u.Groups = ["adm", "audio"];
    u.PasswordHash = "$6$salt$hash";
    u.Sensitive = true;
});
