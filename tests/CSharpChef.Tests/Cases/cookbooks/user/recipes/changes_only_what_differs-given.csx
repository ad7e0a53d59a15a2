User("ann", u =>
{
    u.Uid = 4242;
    u.Shell = "/bin/sh";
    u.Home = "/home/ann";
    u.Groups = ["adm"];
});
