User("ann", u =>
{
    u.Uid = 4243;
    u.Shell = "/bin/bash";
    u.Comment = "Ann";
    u.Home = "/srv/ann";
    u.Group = "staff";
    u.Groups = ["audio"];
});
