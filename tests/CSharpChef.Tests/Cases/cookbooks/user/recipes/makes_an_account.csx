User("ann", u =>
{
    u.Uid = 4242;
    u.Group = "staff";
    u.Groups = ["adm", "audio"];
    u.Shell = "/bin/bash";
    u.Comment = "Ann O'Hara";
    u.ManageHome = true;
    u.PasswordHash = "$6$salt$hash";
});
User("robot", u => u.System = true);
